"""The app: opening a link changes nothing, a button does; nobody learns who is subscribed."""

import gc
import sqlite3
import tracemalloc
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from werkzeug.test import Client, EnvironBuilder
from werkzeug.wrappers import Request

from plugins.joining.app import App, visitor
from plugins.joining.book import Spool
from plugins.joining.limits import PER_DAY, PER_NETWORK
from plugins.joining.pages import HONEYPOT
from plugins.joining.spool import KEY
from plugins.joining.tokens import JOIN, LEAVE, sign, token_key
from plugins.subscribers.people import Consent, add_pending, confirm, find, leave
from plugins.subscribers.store import key_of
from tests.joining.town import START, Clock, opened, setup
from tests.joining.visits import app_of, get, post

JEANNE = "jeanne@exemple.fr"
LATER = int(START.timestamp()) + 3600


class Town:
    """A town, its app and its database."""

    def __init__(self, folder: Path) -> None:
        """Begin with nobody."""
        self.clock, self.setup = Clock(), setup(folder)
        self.app: App = app_of(self.setup, folder, self.clock)

    def joined(self, address: str = JEANNE) -> int:
        """Make somebody get the letter; return their number."""
        with opened(self.setup) as connection:
            person = add_pending(connection, address, self.clock(), "test")
            confirm(connection, person.id, Consent("2026-12-01", "test", "oui"), self.clock())
            return person.id

    def asked(self, address: str = JEANNE) -> int:
        """Make somebody wait for a question; return their number."""
        with opened(self.setup) as connection:
            return add_pending(connection, address, self.clock(), "test").id

    def link(self, purpose: str, subscriber: int, expires: int = LATER) -> str:
        """Return a signed link."""
        with opened(self.setup) as connection:
            token = sign(token_key(key_of(connection)), purpose, subscriber, expires)
        return f"/{'confirmer' if purpose == JOIN else 'quitter'}/{token}"

    def state(self, address: str = JEANNE) -> str:
        """Return what somebody is."""
        with opened(self.setup) as connection:
            found = find(connection, address)
            return found.state if found else ""

    def rows(self) -> int:
        """Return how many people are known."""
        with opened(self.setup) as connection:
            return int(connection.execute("SELECT count(*) FROM subscribers").fetchone()[0])


@pytest.fixture
def town(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Town:
    """Return a town whose relay is away: what is to be sent waits."""
    monkeypatch.setattr("plugins.joining.book.answer_waiting", lambda *_: 0)
    return Town(tmp_path)


def test_the_form_asks_and_says_the_same_to_everybody(town: Town) -> None:
    """The answer tells nobody whether an address is known, waiting, gone, or new."""
    town.joined("connue@exemple.fr")
    town.asked("attend@exemple.fr")
    with opened(town.setup) as connection:
        leave(connection, town.joined("partie@exemple.fr"), START, "test")
    answers = {post(town.app, "/inscription", adresse=f"{name}@exemple.fr").get_data() for name in ("connue", "attend", "partie", "neuve")}
    assert len(answers) == 1
    assert town.state("neuve@exemple.fr") == "pending"
    assert town.state("connue@exemple.fr") == "active"


@pytest.mark.parametrize(("purpose", "before", "after"), [(JOIN, "pending", "active"), (LEAVE, "active", "left")])
def test_opening_a_link_changes_nothing_and_its_button_does(purpose: str, before: str, after: str, town: Town) -> None:
    """Programs that look for bad links open them all, many times; only what is posted counts."""
    link = town.link(purpose, town.asked() if purpose == JOIN else town.joined())
    for _ in range(3):
        assert '<form method="post">' in get(town.app, link).text
        Client(town.app).head(link).close()
    assert town.state() == before
    assert post(town.app, link).status_code == 200
    assert town.state() == after


def test_one_click_leaves(town: Town) -> None:
    """A mail program posts what RFC 8058 says, in either way of writing a form, without cookies, and is not sent elsewhere."""
    for address in ("un@exemple.fr", "deux@exemple.fr"):
        link = town.link(LEAVE, town.joined(address), 0)
        kind = "multipart/form-data" if address.startswith("un") else "application/x-www-form-urlencoded"
        with Client(town.app).post(link, data={"List-Unsubscribe": "One-Click"}, content_type=kind) as response:
            assert response.status_code == 200
        assert town.state(address) == "left"
        assert post(town.app, link).status_code == 200  # again, by somebody who is not sure


def test_an_old_question_brings_nobody_back(town: Town) -> None:
    """Who has left since is not brought back by an old link, nor by one that has expired."""
    subscriber = town.asked()
    link = town.link(JOIN, subscriber)
    assert post(town.app, link).status_code == 200
    post(town.app, town.link(LEAVE, subscriber))
    assert post(town.app, link).status_code == 410
    assert town.state() == "left"
    assert get(town.app, town.link(JOIN, subscriber, int(START.timestamp()) - 1)).status_code == 410


@pytest.mark.parametrize("typed", ["", "jeanne", "a@b", "a" * 300 + "@exemple.fr", "x@exemple.fr\r\nBcc: y@exemple.fr", "<script>alert(1)</script>"])
def test_what_is_no_address_is_shown_again(typed: str, town: Town) -> None:
    """The form comes back with what was typed, harmless, and says what is wrong; nothing is kept."""
    response = post(town.app, "/inscription", adresse=typed)
    assert response.status_code == 422
    assert "<script>" not in response.text
    assert 'aria-invalid="true"' in response.text
    assert town.rows() == 0


@pytest.mark.parametrize("typed", ["Jeanne <JEANNE+lettre@Exemple.FR>", "jeanne@münchen.de", "émilie@exemple.fr", "o'neil@exemple.fr"])
def test_odd_addresses_are_good(typed: str, town: Town) -> None:
    """Names, capitals, plus signs, accents: what mail carries is taken."""
    assert post(town.app, "/inscription", adresse=typed).status_code == 200
    assert town.rows() == 1


def test_the_hidden_field_stops_programs_and_annoys_nobody(town: Town) -> None:
    """Filled in, nothing is kept; the address stays typed, and the button works at the second try."""
    response = post(town.app, "/inscription", **{"adresse": JEANNE, HONEYPOT: "http://spam"})
    assert town.rows() == 0
    assert f'value="{JEANNE}"' in response.text
    assert post(town.app, "/inscription", adresse=JEANNE).status_code == 200
    assert town.rows() == 1


def test_the_page_lets_browsers_do_no_more_than_it_needs(town: Town) -> None:
    """No cookie, no script, no frame, no address told to other sites, nothing kept."""
    response = get(town.app, town.link(LEAVE, town.joined()))
    assert "Set-Cookie" not in response.headers
    assert response.headers["Content-Security-Policy"].startswith("default-src 'none'; style-src https://villeneuve.example;")
    assert "frame-ancestors 'none'" in response.headers["Content-Security-Policy"]
    assert (response.headers["Referrer-Policy"], response.headers["Cache-Control"]) == ("no-referrer", "no-store")
    assert "<script" not in response.text
    assert "style=" not in response.text


@pytest.mark.parametrize(
    ("method", "path", "status"), [("GET", "/rien", 404), ("PUT", "/inscription", 405), ("GET", "/quitter/faux", 410), ("POST", "/quitter/", 404)]
)
def test_what_does_not_exist_is_said_in_french(method: str, path: str, status: int, town: Town) -> None:
    """Wrong addresses and ways get a page of ours."""
    with Client(town.app).open(path, method=method) as response:
        assert response.status_code == status
        assert b'<html lang="fr">' in response.get_data()


def test_a_large_form_is_not_read(town: Town) -> None:
    """More than an address is refused before it fills the memory."""
    assert post(town.app, "/inscription", adresse="a" * 100_000).status_code == 413


def test_ten_thousand_requests_are_held_and_memory_stays_flat(town: Town) -> None:
    """Networks and the day have their limits, whoever asks for whom; what is refused leaves nothing behind."""
    one = [post(town.app, "/inscription", adresse=f"a{number}@exemple.fr").status_code for number in range(PER_NETWORK + 5)]
    assert one == [200] * PER_NETWORK + [429] * 5
    for number in range(PER_DAY):
        post(town.app, "/inscription", network=f"10.{number}.0.1", adresse=f"b{number}@exemple.fr")
    tracemalloc.start()
    try:
        for number in range(10_000):
            post(town.app, "/inscription", network=f"10.{number % 250}.{number // 250}.1", adresse=f"c{number}@exemple.fr")
            if number in {1000, 9999}:
                gc.collect()
            if number == 1000:
                before = tracemalloc.get_traced_memory()[0]
        assert tracemalloc.get_traced_memory()[0] < before + 500_000
    finally:
        tracemalloc.stop()
    assert town.rows() == PER_DAY
    town.clock.later(days=1)
    assert post(town.app, "/inscription", adresse=JEANNE).status_code == 200


@pytest.mark.parametrize(
    ("near", "told", "who"),
    [
        ("8.8.8.8", "203.0.113.9", "8.8.8.8"), ("127.0.0.1", "1.1.1.1, 203.0.113.9", "203.0.113.9"), ("127.0.0.1", "", "127.0.0.1"),
        ("", "203.0.113.9", "203.0.113.9"), ("unix:", "203.0.113.9", "203.0.113.9"),
    ],
)  # fmt: skip
def test_a_visitor_cannot_invent_where_they_come_from(near: str, told: str, who: str) -> None:
    """Only our own proxy is believed, and only for the visitor that it saw itself."""
    environ = EnvironBuilder(environ_base={"REMOTE_ADDR": near}, headers=[("X-Forwarded-For", told)] if told else []).get_environ()
    assert visitor(Request(environ)) == who


def test_a_broken_disk_is_told_and_names_nobody(town: Town, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture) -> None:
    """Visitors learn what they can do; the log tells the kind of fault, never an address."""

    def broken(*_: object) -> None:
        raise sqlite3.OperationalError(JEANNE)

    monkeypatch.setattr("plugins.joining.book.ask", broken)
    response = post(town.app, "/inscription", adresse=JEANNE)
    assert response.status_code == 503
    assert "lettre-stop@villeneuve.example" in response.text
    assert "OperationalError" in caplog.text
    assert "jeanne" not in caplog.text


def test_where_the_database_cannot_be_shared_requests_wait_in_a_folder(tmp_path: Path) -> None:
    """The app then knows the key of tokens and nobody's address; each request is one private file."""
    clock, folder = Clock(), tmp_path / "demandes"
    folder.mkdir()
    app = app_of(setup(tmp_path), tmp_path, clock, Spool(folder, clock))
    assert get(app, "/quitter/1.0.aa").status_code == 503  # the key has not come yet
    (folder / KEY).write_bytes(b"k" * 32)
    assert post(app, "/inscription", adresse=JEANNE).status_code == 200
    assert post(app, f"/quitter/{sign(b'k' * 32, LEAVE, 7)}").status_code == 200
    assert [path.stat().st_mode & 0o777 for path in folder.glob("*.json")] == [0o600, 0o600]


@settings(max_examples=60)
@given(path=st.text(max_size=40), data=st.dictionaries(st.text(max_size=10), st.text(max_size=60), max_size=3))
def test_any_request_gets_a_page(path: str, data: dict[str, str], tmp_path_factory: pytest.TempPathFactory) -> None:
    """Whatever is asked, the answer is a page, and never a fault of ours."""
    folder = tmp_path_factory.getbasetemp() / "any"
    app = app_of(setup(folder), folder, Clock(), Spool(folder, Clock()))
    (folder / KEY).write_bytes(b"k" * 32)
    with Client(app).post(f"/quitter/{path}".replace("\n", ""), data=data) as response:
        assert response.status_code in {200, 308, 404, 410, 413, 422, 429}
