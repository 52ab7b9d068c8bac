"""`inv publish` keeps what calendars were told beside the texts, so that an event stays itself whatever becomes of its file."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import icalendar
import pytest

from tests.site.building import Built, copy_site, digests, run

LEDGER = "content/evenements/calendriers.txt"
DAYS = ("2026-11-22", "2026-11-23")


def publish(folder: Path, day: str = DAYS[0]) -> Built:
    """Publish on a day."""
    built = run(folder, "invoke", "publish", BUILD_DATE=day)
    assert built.status == 0, built.said
    return built


@pytest.fixture(scope="module")
def published(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a site that was published once, with one event that had no name of its own before."""
    folder = copy_site(tmp_path_factory.mktemp("public") / "site")
    (folder / LEDGER).unlink()
    path = an_event(folder)
    path.write_text(re.sub(r"^uid:.*\n", "", path.read_text("utf-8"), flags=re.MULTILINE), "utf-8")
    assert "Gardez le dossier content/evenements" in publish(folder).said
    return folder


@pytest.fixture
def site(published: Path, tmp_path: Path) -> Path:
    """Return a fresh clone of it, with nothing that builds left behind."""
    folder = Path(shutil.copytree(published, tmp_path / "site"))
    for name in ("output", "build"):
        shutil.rmtree(folder / name)
    return folder


def told(folder: Path) -> dict[str, tuple[int, str]]:
    """Return SEQUENCE and LAST-MODIFIED of every event in the agenda, by UID."""
    calendar = icalendar.Calendar.from_ical((folder / "output/agenda.ics").read_bytes())
    whole = [event for event in calendar.events if "RECURRENCE-ID" not in event]
    return {str(event["UID"]): (event.sequence, f"{event.last_modified:%Y%m%dT%H%M%SZ}") for event in whole}


def an_event(folder: Path) -> Path:
    """Return the file of an event that takes place once and that no letter names."""
    letters = "".join(path.read_text("utf-8") for path in folder.glob("content/lettres/*.md"))
    once = (path for path in sorted(folder.glob("content/evenements/2026/*.md")) if "repetition" not in path.read_text("utf-8"))
    return next(path for path in once if path.stem not in letters)


def test_a_fresh_clone_tells_the_same(published: Path, site: Path) -> None:
    """Published again from a clone on another day: every byte of every calendar is the same, and nothing is left to keep."""
    ledger = (site / LEDGER).read_bytes()
    assert "Gardez" not in publish(site, DAYS[1]).said
    assert (site / LEDGER).read_bytes() == ledger
    first, again = (digests(folder / "output") for folder in (published, site))
    assert {path: data for path, data in first.items() if path.endswith("evenement.ics")} == {
        path: data for path, data in again.items() if path.endswith("evenement.ics")
    }


def test_a_new_event_gets_a_name_of_its_own(published: Path) -> None:
    """It stands in its header from then on, and nothing else in the file has changed."""
    name = re.search(r"^uid: (.+)\n", an_event(published).read_text("utf-8"), re.MULTILINE)
    assert name
    assert name[1] in told(published)


def test_every_event_says_when_it_last_changed(published: Path) -> None:
    """All begin with the day they were first published."""
    assert set(told(published).values()) <= {(0, "20261122T000000Z"), (1, "20261122T000000Z")}


def test_an_event_stays_itself_under_any_name(published: Path, site: Path) -> None:
    """New file name, new title, new date, new address of the site: one event has a new number, none has a new name."""
    path = an_event(site)
    text = path.read_text("utf-8")
    for key, value in (("debut", "30/12/2026 18h"), ("fin", "20h"), ("titre", "Tout autre chose")):
        text = re.sub(rf"^{key}:.*$", f"{key}: {value}", text, flags=re.MULTILINE)
    path.unlink()
    path.with_name("2026-12-30-tout-autre-chose.md").write_text(text, "utf-8")
    conf = site / "pelicanconf.py"
    conf.write_text(conf.read_text("utf-8").replace('SITEURL = "https://', 'SITEURL = "https://www.'), "utf-8")
    assert "1 événement à jour" in publish(site, DAYS[1]).said
    before, after = told(published), told(site)
    assert before.keys() == after.keys()
    assert [(before[uid][0] + 1, "20261123T000000Z") for uid in before if before[uid] != after[uid]] == [
        after[uid] for uid in before if before[uid] != after[uid]
    ]


def test_a_copied_event_is_told(site: Path) -> None:
    """A file made from another with its uid is two events for one name: nothing is published, and the writer learns what to do."""
    path = an_event(site)
    path.with_name("2026-12-copie.md").write_text(path.read_text("utf-8"), "utf-8")
    built = run(site, "invoke", "publish", BUILD_DATE=DAYS[0])
    assert built.status == 1
    assert "même uid" in built.said
    assert "effacez la ligne « uid » de la copie" in built.said


def test_only_the_public_build_writes(site: Path) -> None:
    """`inv build` writes nothing into the content, and takes nothing for published."""
    path = an_event(site)
    path.write_text(path.read_text("utf-8").replace("titre: ", "titre: Enfin, ", 1), "utf-8")
    before = digests(site / "content")
    assert run(site, "invoke", "build", BUILD_DATE=DAYS[1]).status == 0
    assert digests(site / "content") == before
