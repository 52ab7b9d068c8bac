"""What a resident does with the agenda: choose, go back, copy; and what a page says that was made days ago."""

from __future__ import annotations

import gzip
from collections.abc import Iterator
from datetime import UTC, datetime
from urllib.request import urlopen

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.visitors import InFirefox

MORNING = datetime(2026, 11, 22, 8, tzinfo=UTC)
"""A moment of the day that the site is built for."""
SHOWN = "[data-liste] li[data-fin]:not([hidden])"
BACK = """new Promise((done, fail) => {
    addEventListener('popstate', () => done(true), {once: true});
    setTimeout(() => fail(new Error(location.href)), 30000);
    history.back();
})"""


def opened(browser: Browser, url: str, now: datetime = MORNING, *, script: bool = True) -> Page:
    """Open a page on a machine whose clock stands still."""
    page = browser.new_context(viewport={"width": 1280, "height": 800}, java_script_enabled=script, timezone_id="Europe/Paris").new_page()
    page.clock.set_fixed_time(now)
    page.goto(url)
    return page


@pytest.fixture(scope="module")
def firefox(tmp_path_factory: pytest.TempPathFactory) -> Iterator[InFirefox]:
    """Yield a visit in Firefox."""
    with InFirefox(tmp_path_factory.mktemp("firefox") / "profile") as visit:
        yield visit


def frozen(visit: InFirefox, url: str, now: datetime = MORNING) -> None:
    """Open a page in Firefox and tell its script that it is another moment; it looks again whenever the tab is seen again."""
    visit.go(url)
    visit.run(f"window.Date.now = () => {now.timestamp() * 1000}")
    visit.run("document.dispatchEvent(new Event('visibilitychange'))")


def test_the_agenda_is_filtered_by_keyboard(chromium: Browser, address: str) -> None:
    """Tab, arrows and space alone choose; the number of dates is told, and the address keeps the choice."""
    page = opened(chromium, f"{address}/agenda/")
    every = page.locator(SHOWN).count()
    page.locator("summary", has_text="Choisir").focus()
    page.keyboard.press("Tab")
    page.keyboard.press("ArrowDown")
    for _ in range(3):
        page.keyboard.press("Tab")
    page.keyboard.press("Space")
    house = page.get_by_label("Maison", exact=True).input_value()
    assert page.url == f"{address}/agenda/?maison={house}&gratuit=1"
    left = page.locator(SHOWN).count()
    assert 0 < left < every
    assert all(
        {f"maison:{house}", "gratuit:1"} <= set(row.split()) for row in page.locator(SHOWN).evaluate_all("rows => rows.map(row => row.dataset.f)")
    )
    expect(page.locator("form [role=status]")).to_have_text(f"{left}\u00a0rendez-vous")
    page.context.close()


def test_the_choice_is_in_the_address_and_back_undoes_it(chromium: Browser, address: str) -> None:
    """A link with a choice shows it; Back takes one choice after the other away, and from another page comes back to it."""
    page = opened(chromium, f"{address}/agenda/?gratuit=1&maison=nulle-part")
    expect(page.get_by_label("Gratuit ou prix libre")).to_be_checked()
    free = page.locator(SHOWN).count()
    page.get_by_label("Sans inscription").check()
    page.locator(f"{SHOWN} a").first.click()
    page.go_back()
    expect(page.get_by_label("Sans inscription")).to_be_checked()
    page.go_back()
    expect(page.get_by_label("Sans inscription")).not_to_be_checked()
    expect(page.get_by_label("Gratuit ou prix libre")).to_be_checked()
    assert page.locator(SHOWN).count() == free
    page.context.close()


def test_a_choice_of_nothing_says_so(chromium: Browser, address: str) -> None:
    """When nothing is left the page says so, without empty days or headings, and one button brings everything back."""
    page = opened(chromium, f"{address}/agenda/?public=enfants&passeport=1&accessible=1&thematique=numerique")
    expect(page.locator(SHOWN)).to_have_count(0)
    expect(page.locator("[data-vide]")).to_be_visible()
    expect(page.locator("[data-groupe]:visible")).to_have_count(0)
    expect(page.locator("form [role=status]")).to_have_text("Aucun\u00a0rendez-vous")
    page.get_by_role("button", name="Tout afficher").click()
    expect(page.locator("[data-vide]")).to_be_hidden()
    assert page.url == f"{address}/agenda/"
    page.context.close()


def test_what_is_over_hides_by_itself(chromium: Browser, address: str) -> None:
    """A week after the build the agenda starts with that day: no row, no day and no « prochaine fois » that has passed is left."""
    now = datetime(2026, 11, 29, 15, tzinfo=UTC)
    page = opened(chromium, f"{address}/agenda/", now)
    ends = page.locator("[data-fin]:visible").evaluate_all("parts => parts.map(part => part.dataset.fin)")
    assert ends
    assert all(datetime.fromisoformat(end) > now for end in ends)
    days = page.locator("#jours ~ .days section:visible time[datetime]:first-child").evaluate_all("times => times.map(time => time.dateTime)")
    assert min(days) >= "2026-11-29"
    page.context.close()


@pytest.mark.parametrize("path", ["aujourd-hui", "ce-week-end"])
def test_a_page_of_the_day_says_when_its_day_is_over(path: str, chromium: Browser, address: str) -> None:
    """Read later, it does not call its day today, says that the day has passed, and leads to what comes."""
    on_the_day, later = (opened(chromium, f"{address}/agenda/{path}/", now) for now in (MORNING, datetime(2026, 11, 30, 8, tzinfo=UTC)))
    expect(on_the_day.locator("h1 span")).to_be_visible()
    expect(on_the_day.locator(".banner")).to_be_hidden()
    expect(later.locator("h1 span")).to_be_hidden()
    expect(later.get_by_role("heading", level=1)).to_contain_text("novembre 2026")
    expect(later.locator(".banner")).to_be_visible()
    expect(later.locator(".banner a")).to_have_attribute("href", "/agenda/")
    for page in (on_the_day, later):
        page.context.close()


def test_today_says_when_nothing_is_left(chromium: Browser, address: str) -> None:
    """Late in the evening the page of the day says that it is over and what to do."""
    page = opened(chromium, f"{address}/agenda/aujourd-hui/", datetime(2026, 11, 22, 22, 30, tzinfo=UTC))
    page.evaluate("document.querySelectorAll('.long li').forEach(row => row.dataset.fin = '2026-11-22T20:00+01:00')")
    page.evaluate("document.dispatchEvent(new Event('visibilitychange'))")
    expect(page.locator("[data-vide]")).to_contain_text("C’est fini")
    page.context.close()


def test_a_month_marks_the_real_day(chromium: Browser, address: str) -> None:
    """Read three days after the build, the days in between are past, and today is today."""
    page = opened(chromium, f"{address}/agenda/2026/11/", datetime(2026, 11, 25, 8, tzinfo=UTC))
    assert page.locator("td[aria-current]").evaluate_all("cells => cells.map(cell => cell.dataset.jour)") == ["2026-11-25"]
    assert page.locator("td.past").evaluate_all("cells => cells.map(cell => cell.dataset.jour)")[-1] == "2026-11-24"
    page.context.close()


def test_the_agenda_without_script_leads_to_a_page_for_each_choice(chromium: Browser, address: str) -> None:
    """No form that does nothing: a link leads to the choices, and each has its page."""
    page = opened(chromium, f"{address}/agenda/", script=False)
    expect(page.locator("form")).to_be_hidden()
    page.get_by_role("link", name="Choisir une maison").click()
    page.get_by_role("link", name="Gratuit ou prix libre").click()
    assert page.url == f"{address}/agenda/gratuit/"
    page.context.close()


def test_an_address_is_copied(chromium: Browser, address: str) -> None:
    """One press copies the address of a calendar and says so; without script there is no button."""
    page = opened(chromium, f"{address}/agenda/s-abonner/")
    page.context.grant_permissions(["clipboard-read", "clipboard-write"], origin=address)
    button = page.get_by_role("button", name="Copier l’adresse").first
    button.focus()
    page.keyboard.press("Enter")
    expect(page.get_by_role("status").filter(has_text="Copié")).to_be_visible()
    assert page.evaluate("navigator.clipboard.readText()") == button.get_attribute("data-copy")
    page.context.close()
    page = opened(chromium, f"{address}/agenda/s-abonner/", script=False)
    expect(page.locator("button")).to_have_count(page.locator("button[hidden]").count())
    page.context.close()


def test_firefox_filters_by_keyboard_too(firefox: InFirefox, address: str) -> None:
    """The same keys, the same address, and Back."""
    frozen(firefox, f"{address}/agenda/")
    every = firefox.run(f"document.querySelectorAll('{SHOWN}').length")
    firefox.run("document.querySelector('summary').focus()")
    for key in ("Tab", "ArrowDown", "Tab", "Tab", "Tab", " "):
        firefox.press(key)
    house = firefox.run("document.querySelector('select[name=maison]').value")
    assert firefox.run("location.search") == f"?maison={house}&gratuit=1"
    left = firefox.run(f"document.querySelectorAll('{SHOWN}').length")
    assert 0 < left < every
    assert firefox.run("document.querySelector('form [role=status]').textContent") == f"{left}\u00a0rendez-vous"
    assert firefox.run(BACK)
    assert firefox.run("location.search") == f"?maison={house}"
    assert firefox.run("document.querySelector('[name=gratuit]').checked") is False


def test_firefox_hides_what_is_over(firefox: InFirefox, address: str) -> None:
    """As Chromium does."""
    now = datetime(2026, 11, 29, 15, tzinfo=UTC)
    frozen(firefox, f"{address}/agenda/", now)
    ends = firefox.run(f"[...document.querySelectorAll('{SHOWN}')].map(row => row.dataset.fin)")
    assert ends
    assert all(datetime.fromisoformat(end) > now for end in ends)


@pytest.mark.parametrize("name", ["agenda.js", "copier.js"])
def test_scripts_stay_small(name: str, address: str) -> None:
    """Each under three kilobytes on the way to an old phone."""
    with urlopen(f"{address}/theme/{name}") as answer:
        assert len(gzip.compress(answer.read())) < 3000


def test_a_home_page_of_yesterday_tells_no_lies(chromium: Browser, address: str) -> None:
    """Once its day is over nothing of it is shown as to come, and no day is called today or tomorrow."""
    near = page_words(opened(chromium, f"{address}/"))
    later = page_words(opened(chromium, f"{address}/", MORNING.replace(day=23)))
    assert {"Aujourd'hui", "Demain"} <= set(near)
    assert not {"Aujourd'hui", "Demain"} & set(later)


def page_words(page: Page) -> list[str]:
    """Return the words of the home page that can be seen; nothing that is over is among them."""
    home = page.locator("main")
    assert home.locator(".now li").evaluate_all("rows => rows.every(row => row.hidden === (Date.parse(row.dataset.fin) <= Date.now()))")
    return [word for line in home.inner_text().split("\n") for word in line.split()]
