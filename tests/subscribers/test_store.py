"""The one file: who may read it, what it survives, and what is said when it cannot be used."""

from __future__ import annotations

import os
import shutil
import sqlite3
import stat
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from plugins.model.problem import Wrong
from plugins.subscribers.commands import add, count, listing
from plugins.subscribers.fault import StoreError
from plugins.subscribers.keeping import backup, restored
from plugins.subscribers.people import add_pending, confirm, is_suppressed, leave, stamp
from plugins.subscribers.places import private, read_secrets, store_path
from plugins.subscribers.sheet import Line
from plugins.subscribers.store import faults, is_sound, key_of, open_store, transaction
from plugins.subscribers.taking import take_all
from tests.subscribers.house import NOON, PAPER, House

ROOT = Path(__file__).parents[2]


def mode(path: Path) -> int:
    """Return who may do what with a file."""
    return stat.S_IMODE(path.stat().st_mode)


def test_nobody_else_may_read_it(house: House) -> None:
    """The folder is for its owner alone, and so is every file of the database, however free the machine is."""
    before = os.umask(0)
    try:
        with house.store() as connection:
            add_pending(connection, "a@exemple.fr", NOON, "site")
            files = [path for path in house.path.parent.iterdir() if path.name.startswith(house.path.name) and "temoin" not in path.name]
            assert {mode(path) for path in files} == {0o600}
            assert len(files) == 3
    finally:
        os.umask(before)
    assert mode(house.path.parent) == 0o700


def test_what_stood_open_is_closed(house: House) -> None:
    """A file and a folder that others could read are for their owner alone once they are used."""
    with house.store():
        pass
    house.path.chmod(0o644)
    house.path.parent.chmod(0o755)
    with house.store():
        pass
    assert (mode(house.path), mode(house.path.parent)) == (0o600, 0o700)


def test_it_is_as_safe_as_sqlite_can_be(house: House) -> None:
    """Write-ahead journal, full safety, foreign keys, erased bytes overwritten, and a key of its own."""
    with house.store() as connection:
        found = [connection.execute(f"PRAGMA {name}").fetchone()[0] for name in ("journal_mode", "synchronous", "foreign_keys", "secure_delete")]
        assert found == ["wal", 2, 1, 1]
        assert len(key_of(connection)) == 32
        assert is_sound(connection)
        first = key_of(connection)
    with house.store() as connection:
        assert key_of(connection) == first


def test_two_processes_make_it_once(tmp_path: Path) -> None:
    """Several commands that start at once on a machine without a file agree on one."""
    path = tmp_path / "prive" / "a.sqlite3"
    code = "import sys; from pathlib import Path; from plugins.subscribers.store import *; print(key_of(open_store(Path(sys.argv[1]))).hex())"
    runs = [subprocess.Popen([sys.executable, "-c", code, str(path)], cwd=ROOT, stdout=subprocess.PIPE) for _ in range(4)]
    keys = {run.communicate()[0] for run in runs}
    assert len(keys) == 1
    assert all(run.returncode == 0 for run in runs)
    assert not list(path.parent.glob("*.neuf*"))


def test_a_transaction_is_all_or_nothing(house: House) -> None:
    """What breaks in the middle leaves nothing, also from within another one."""

    def broken(connection: sqlite3.Connection) -> None:
        with transaction(connection):
            add_pending(connection, "a@exemple.fr", NOON, "site")
            raise EOFError

    with house.store() as connection:
        with pytest.raises(EOFError):
            broken(connection)
        assert connection.execute("SELECT count(*) FROM subscribers").fetchone() == (0,)


def test_a_copy_of_yesterday_is_noticed(house: House) -> None:
    """A database that is older than the last one seen here is refused: it has forgotten who left."""
    house.run(add, "a@exemple.fr", "accueil", "01/10/2026", "")
    saved = house.outside("hier.sqlite3")
    assert house.run(backup, str(saved)) == 0
    with house.store() as connection:
        leave(connection, 1, NOON, "mail")
    for part in ("", "-wal", "-shm"):
        house.path.with_name(house.path.name + part).unlink(missing_ok=True)
    shutil.copy(saved, house.path)
    assert house.run(count) == 3
    assert "plus ancienne" in house.said
    assert "inv subscribers.restored" in house.said


def test_a_copy_is_noticed_even_if_only_a_program_was_at_work(house: House) -> None:
    """What a connection does that was open all the time counts too: a backup is always told from what it was made of."""
    saved = house.outside("hier.sqlite3")
    with house.store() as connection:
        add_pending(connection, "a@exemple.fr", NOON, "site")
        assert house.run(backup, str(saved)) == 0
        confirm(connection, 1, PAPER, NOON)
    shutil.copy(saved, house.path)
    assert house.run(count) == 3


def test_going_on_with_a_copy_sends_nothing_twice(house: House) -> None:
    """What was waiting when the copy was made may have gone out since: it is set aside, and the campaign pauses."""
    with house.store() as connection:
        connection.execute("INSERT INTO campaigns VALUES ('2026-s48', 'Soupe', x'00', x'00', ?, 'sending', '')", (stamp(NOON),))
        states = ("queued", "deferred", "dot", "accepted", "refused")
        connection.executemany(
            "INSERT INTO recipients (campaign, address, state) VALUES ('2026-s48', ?, ?)", [(f"{s}@exemple.fr", s) for s in states]
        )
    saved = house.outside("hier.sqlite3")
    house.run(backup, str(saved))
    shutil.copy(saved, house.path)
    assert house.run(restored) == 0
    assert "3 messages" in house.said
    with house.store() as connection:
        found = dict(connection.execute("SELECT state, count(*) FROM recipients GROUP BY 1"))
        assert found == {"ambiguous": 3, "accepted": 1, "refused": 1}
        assert connection.execute("SELECT state FROM campaigns").fetchone() == ("paused",)
    assert house.run(count) == 0


def test_a_file_that_is_gone_is_not_begun_anew(house: House) -> None:
    """Where there was a list, an empty one is no good answer."""
    with house.store():
        pass
    house.path.unlink()
    for command in (count, restored):
        assert house.run(command) == 3
        assert "a disparu" in house.said


def test_a_copy_on_a_new_machine_is_welcome(house: House) -> None:
    """Where no file was seen before, a backup is simply the file."""
    house.run(add, "a@exemple.fr", "accueil", "01/10/2026", "")
    saved = house.outside("copie.sqlite3")
    house.run(backup, str(saved))
    assert mode(saved) == 0o600
    assert not list(saved.parent.glob("copie.sqlite3-*"))
    elsewhere = House(house.outside("ailleurs"), environment={"ABONNES": str(saved)})
    assert elsewhere.run(count) == 0
    assert elsewhere.said.startswith("1 personne reçoit la lettre")


@pytest.mark.parametrize("damage", [b"ceci n'est pas une base\n" * 400, b"SQLite format 3\x00" + b"\xff" * 8000])
def test_a_damaged_file_is_told(house: House, damage: bytes) -> None:
    """A file that is no database gives one sentence and exit status 3, and is left as it is."""
    house.path.parent.mkdir()
    house.path.write_bytes(damage)
    assert house.run(count) == 3
    assert "sauvegarde" in house.said
    assert house.path.read_bytes() == damage


def test_a_page_that_is_damaged_is_told(house: House) -> None:
    """A database with a spoilt page is neither read nor copied."""
    with house.store() as connection:
        for number in range(500):
            add_pending(connection, f"personne.{number}@exemple.fr", NOON, "site")
    data = bytearray(house.path.read_bytes())
    for page in range(8, len(data) // 4096):
        data[page * 4096 : page * 4096 + 100] = b"\xa5" * 100
    house.path.write_bytes(data)
    assert house.run(backup, str(house.outside("copie.sqlite3"))) == 3
    assert "abîmée" in house.said
    assert not (house.outside("copie.sqlite3")).exists()
    assert house.run(listing, "") == 3


def test_a_file_of_a_newer_version_is_left_alone(house: House) -> None:
    """An old program does not touch what a new one wrote."""
    with house.store() as connection:
        connection.execute("PRAGMA user_version = 99")
    assert house.run(count) == 3
    assert "plus récente" in house.said


def test_a_database_of_another_program_is_left_alone(house: House) -> None:
    """A file that SQLite reads but that is not ours gives a sentence."""
    house.path.parent.mkdir()
    with closing(sqlite3.connect(house.path)) as other:
        other.execute("CREATE TABLE meta (x)")
    assert house.run(count) == 3


def test_a_file_that_may_only_be_read_is_told(house: House) -> None:
    """What SQLite may not write gives a sentence that says so."""
    with house.store() as connection:
        connection.execute("PRAGMA query_only = ON")
        with pytest.raises(StoreError, match="lecture seule"), faults(house.path):
            add_pending(connection, "a@exemple.fr", NOON, "site")


def test_a_user_who_may_not_write_is_told(house: House) -> None:
    """A file of somebody else gives a sentence and no traceback."""
    with house.store():
        pass
    code = (
        "import os, sys; from pathlib import Path; from plugins.subscribers.store import open_store\n"
        "from plugins.subscribers.fault import StoreError\n"
        "os.getuid() or os.setuid(65534)\n"
        "try: open_store(Path(sys.argv[1]))\n"
        "except StoreError as error: print(error)"
    )
    house.path.parent.chmod(0o500)
    try:
        run = subprocess.run([sys.executable, "-c", code, str(house.path)], cwd=ROOT, capture_output=True, text=True, check=True)
    finally:
        house.path.parent.chmod(0o700)
    assert "droits" in run.stdout or "lecture seule" in run.stdout


def test_a_full_disk_loses_nothing(house: House) -> None:
    """What does not fit is told; what was there stays, and going on works once there is room."""
    with house.store() as connection:
        add_pending(connection, "a@exemple.fr", NOON, "site")
        pages = connection.execute("PRAGMA page_count").fetchone()[0]
        connection.execute(f"PRAGMA max_page_count = {pages}")
        lines = [Line(number, f"personne.{number}@exemple.fr") for number in range(2000)]
        with pytest.raises(StoreError, match="disque est plein"), faults(house.path):
            take_all(connection, lines, PAPER, NOON)
        connection.execute("PRAGMA max_page_count = 100000")
        assert connection.execute("SELECT count(*) FROM subscribers").fetchone() == (1,)
        add_pending(connection, "b@exemple.fr", NOON, "site")
        assert is_sound(connection)


def test_a_backup_is_made_while_others_write(house: House) -> None:
    """A copy made in the middle of a change is whole, and holds nothing of that change."""
    with house.store() as connection:
        add_pending(connection, "a@exemple.fr", NOON, "site")
        confirm(connection, 1, PAPER, NOON)
        assert house.run(backup, str(house.outside("copie.sqlite3"))) == 0
        leave(connection, 1, NOON, "mail")
    with closing(open_store(house.outside("copie.sqlite3"))) as copy:
        assert is_sound(copy)
        assert not is_suppressed(copy, "a@exemple.fr")
    assert house.run(backup, str(house.outside("copie.sqlite3"))) == 2


def test_private_files_stay_private(house: House) -> None:
    """Addresses go into the private folder or out of the project, never beside the site nor into a repository."""
    for folder in (house.root / "prive", house.root / "output", house.outside("depot") / ".git"):
        folder.mkdir(parents=True)
    for good in (house.root / "prive" / "x.csv", house.outside("x.csv")):
        assert private(house.root, str(good)) == good
    bad = (house.root / "output" / "x.csv", house.root / "x.csv", house.outside("depot") / "x.csv", house.outside("nulle-part") / "x", house.root)
    for refused in bad:
        with pytest.raises(Wrong):
            private(house.root, str(refused))


def test_the_environment_names_another_file(tmp_path: Path) -> None:
    """ABONNES comes before the private folder."""
    assert store_path(tmp_path, {}) == tmp_path / "prive" / "abonnes.sqlite3"
    assert store_path(tmp_path, {"ABONNES": "/ailleurs/a.sqlite3"}) == Path("/ailleurs/a.sqlite3")


def test_secrets_are_read_from_one_place(tmp_path: Path) -> None:
    """The environment comes before the file, which nobody else may read."""
    (tmp_path / "prive").mkdir()
    file = tmp_path / "prive" / "secrets.env"
    file.write_text("# relais\nSMTP_USER = moi\nexport SMTP_PASSWORD='a = b'\nAUTRE=x\n", "utf-8")
    file.chmod(0o600)
    assert read_secrets(tmp_path, {}) == {"SMTP_USER": "moi", "SMTP_PASSWORD": "a = b"}
    assert read_secrets(tmp_path, {"SMTP_USER": "elle"})["SMTP_USER"] == "elle"
    file.chmod(0o644)
    with pytest.raises(Wrong, match="lisible"):
        read_secrets(tmp_path, {})
