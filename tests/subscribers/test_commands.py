"""What whoever looks after the list types, and reads."""

from __future__ import annotations

import json
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from plugins.subscribers.commands import add, count, erase_one, export, history, listing, remove
from plugins.subscribers.office import at_office, open_office
from plugins.subscribers.people import add_pending, stamp
from tests.subscribers.house import NOON, House, rows

ROOT = Path(__file__).parents[2]
CONSENT = ("accueil", "15/09/2026", "fiche 2026")


def test_one_person_comes_and_goes(house: House) -> None:
    """Added with their consent, removed at their word; each again is told, and so is somebody unknown."""
    assert house.run(add, "Jeanne@exemple.fr", *CONSENT) == 0
    assert house.run(add, "jeanne@exemple.fr", *CONSENT) == 0
    assert "déjà" in house.said
    assert house.run(remove, "jeanne@exemple.fr") == 0
    assert house.run(remove, "jeanne@exemple.fr") == 0
    assert "ne recevait déjà plus" in house.said
    assert house.run(remove, "paul@exemple.fr") == 1
    assert house.run(add, "jeanne@exemple.fr", *CONSENT) == 1
    assert "Seule cette personne peut revenir" in house.said
    assert house.people() == {"Jeanne@exemple.fr": "left"}


@pytest.mark.parametrize("command", [remove, erase_one, export, history])
def test_a_bad_address_is_wrong_use(house: House, command: object) -> None:
    """It is told without being repeated, and no file is made for it."""
    assert house.run(command, "paul.exemple.fr") == 2  # type: ignore[arg-type]
    assert "@" in house.said
    assert "paul" not in house.said
    assert not house.path.exists()


def test_all_that_is_known_is_given(house: House) -> None:
    """State, consents, history, letters and failures, in French in the town's time, and as JSON."""
    house.run(add, "jeanne@exemple.fr", *CONSENT)
    with house.store() as connection:
        connection.execute("INSERT INTO campaigns VALUES ('2026-s48', 'Une soupe', x'00', x'00', ?, 'done', '')", (stamp(NOON),))
        connection.execute("INSERT INTO recipients VALUES ('2026-s48', 'jeanne@exemple.fr', 1, 'accepted', 1, NULL, ?, '250 OK')", (stamp(NOON),))
        connection.execute("INSERT INTO bounces VALUES (1, ?, 'jeanne@exemple.fr', '2026-s48', '4.2.2', 'mailbox full')", (stamp(NOON),))
    assert house.run(export, "JEANNE@exemple.fr") == 0
    french, _, machine = house.said.replace("\u00a0", " ").partition("\nLes mêmes données pour une machine (JSON) :\n")
    assert french.splitlines() == [
        "Adresse : jeanne@exemple.fr",
        "État : reçoit la lettre, depuis le dimanche 22 novembre 2026 à 12 h",
        "",
        "Accords donnés :",
        "  mardi 15 septembre 2026 : accueil (texte : fiche 2026)",
        "",
        "Ce qui s'est passé :",
        "  dimanche 22 novembre 2026 à 12 h : a été inscrit à la main (accueil)",
        "",
        "Lettres :",
        "  2026-s48 « Une soupe » : remise au relais, dimanche 22 novembre 2026 à 12 h (250 OK)",
        "",
        "Retours :",
        "  dimanche 22 novembre 2026 à 12 h : 4.2.2 mailbox full 2026-s48",
    ]
    known = json.loads(machine)
    assert known["consents"] == [{"at": "2026-09-15", "source": "accueil", "wording": "fiche 2026"}]
    assert (known["letters"][0]["campaign"], known["bounces"][0]["status"]) == ("2026-s48", "4.2.2")


def test_of_who_is_erased_only_that_is_known(house: House) -> None:
    """Asking about them gives the day and the reason, and nothing else."""
    house.run(add, "jeanne@exemple.fr", *CONSENT)
    assert house.run(erase_one, "jeanne@exemple.fr") == 0
    assert house.run(export, "jeanne@exemple.fr") == 0
    assert "effacé à sa demande, le dimanche 22 novembre 2026" in house.said
    assert json.loads(house.said.partition("(JSON) :\n")[2])["history"] == []
    assert house.run(history, "jeanne@exemple.fr") == 1
    assert house.people() == {}


def test_people_are_counted(house: House) -> None:
    """By state, without a name."""
    house.run(add, "a@exemple.fr", *CONSENT)
    house.run(add, "b@exemple.fr", *CONSENT)
    house.run(remove, "b@exemple.fr")
    with house.store() as connection:
        add_pending(connection, "c@exemple.fr", NOON, "site")
    assert house.run(count) == 0
    assert house.said.splitlines() == [
        "1 personne reçoit la lettre",
        "1 personne n'a pas encore confirmé",
        "1 personne est partie",
        "0 personne a une adresse qui ne répond plus",
        "1 adresse à ne plus jamais reprendre d'une liste",
    ]


def test_what_happened_is_told_line_by_line(house: House) -> None:
    """The history of one person, oldest first."""
    house.run(add, "a@exemple.fr", *CONSENT)
    house.later(days=1)
    house.run(remove, "a@exemple.fr")
    house.run(history, "a@exemple.fr")
    assert [line.partition(" : ")[2] for line in house.said.splitlines()] == [
        "a été inscrit à la main (accueil)",
        "s'est désabonné (demande transmise à l'équipe)",
    ]


def test_the_list_goes_to_the_terminal_or_into_a_private_file(house: House) -> None:
    """A file that a spreadsheet opens with its accents, that its owner alone reads, and that overwrites none."""
    house.run(add, "a@exemple.fr", *CONSENT)
    house.run(add, "-b@exemple.fr", *CONSENT)
    assert house.run(listing, "") == 0
    table = [
        ["courriel", "état", "depuis"],
        ["a@exemple.fr", "reçoit la lettre", "2026-11-22"],
        ["<-b@exemple.fr>", "reçoit la lettre", "2026-11-22"],
    ]
    assert rows(house.said) == table
    file = house.outside("liste.csv")
    assert house.run(listing, str(file)) == 0
    assert rows(file.read_text("utf-8-sig")) == table
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert house.run(listing, str(file)) == 2
    (house.root / "output").mkdir()
    assert house.run(listing, str(house.root / "output" / "liste.csv")) == 2


def test_what_was_interrupted_is_told(house: House) -> None:
    """Ctrl+C at a question ends with a sentence and exit status 3."""

    def interrupted(_: object) -> int:
        raise KeyboardInterrupt

    assert house.run(interrupted) == 3
    assert "Arrêté" in house.said


def test_the_settings_are_read_where_they_stand(tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    """A town's own file is read without Pelican; a folder without one, or with a broken one, is told."""
    monkeypatch.delenv("ABONNES", raising=False)
    assert at_office(tmp_path, count) == 2
    (tmp_path / "pelicanconf.py").write_text("TIMEZONE = 'Indian/Reunion'\nother = 1\n", "utf-8")
    assert (open_office(tmp_path).zone.key, set(open_office(tmp_path).settings)) == ("Indian/Reunion", {"TIMEZONE"})
    assert at_office(tmp_path, count) == 0
    (tmp_path / "pelicanconf.py").write_text("TIMEZONE = \n", "utf-8")
    assert at_office(tmp_path, count) == 2
    assert "pelicanconf.py" in capsys.readouterr().out


def test_no_name_server_is_asked_and_no_site_is_read() -> None:
    """Reading an address loads nothing that could ask the network, and a command nothing of the site's generator."""
    code = (
        "import sys; from plugins.subscribers.addresses import normalised; import plugins.subscribers.commands; normalised('a@exemple.fr');"
        "sys.exit(any(name.split('.')[0] in {'dns', 'pelican'} for name in sys.modules))"
    )
    assert subprocess.run([sys.executable, "-c", code], cwd=ROOT, check=False).returncode == 0
