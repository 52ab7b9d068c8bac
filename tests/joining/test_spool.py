"""The folder of requests: each is taken in once, in its order, then removed."""

import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.joining import spool
from plugins.joining.spool import ASK, CONFIRM, KEY, LEAVE, Request, take_in, write_request
from plugins.joining.tokens import token_key
from plugins.subscribers.people import active, find
from plugins.subscribers.store import key_of, open_store
from tests.joining.town import START, opened, setup

JEANNE = "jeanne@exemple.fr"
AT = START.isoformat()


def test_requests_are_done_in_their_order(tmp_path: Path) -> None:
    """Somebody asks, confirms and leaves; the folder is empty afterwards but for the key that the app needs."""
    folder = tmp_path / "demandes"
    with opened(setup(tmp_path)) as connection:
        assert take_in(connection, folder, START) == 0
        assert (folder / KEY).read_bytes() == token_key(key_of(connection)) != key_of(connection)
        write_request(folder, Request(ASK, AT, JEANNE), b"1" * 8)
        take_in(connection, folder, START)
        found = find(connection, JEANNE)
        assert found
        write_request(folder, Request(LEAVE, AT.replace("09:00", "09:20"), subscriber=found.id), b"0" * 8)
        write_request(folder, Request(CONFIRM, AT.replace("09:00", "09:10"), subscriber=found.id), b"1" * 8)
        assert take_in(connection, folder, START) == 2
        assert list(active(connection)) == []
        assert connection.execute("SELECT count(*) FROM consents").fetchone()[0] == 1
        assert os.listdir(folder) == [KEY]
        assert connection.execute("SELECT count(*) FROM mailbox").fetchone()[0] == 0


def test_an_interruption_does_nothing_twice(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Stopped after the request was kept and before its file was removed, the next run only removes it."""
    folder = tmp_path / "demandes"
    with opened(setup(tmp_path)) as connection:
        take_in(connection, folder, START)
        write_request(folder, Request(ASK, AT, JEANNE), b"1" * 8)
        with monkeypatch.context() as patch:
            patch.setattr(Path, "unlink", lambda *_, **__: (_ for _ in ()).throw(KeyboardInterrupt))
            with pytest.raises(KeyboardInterrupt):
                take_in(connection, folder, START)
        take_in(connection, folder, START)
        assert connection.execute("SELECT count(*) FROM history WHERE what = 'asked'").fetchone()[0] == 1
        assert os.listdir(folder) == [KEY]


def test_a_full_folder_refuses_requests_and_never_who_leaves(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nobody fills the disk by asking; to leave there is always room."""
    monkeypatch.setattr(spool, "MOST", 1)
    assert write_request(tmp_path, Request(ASK, AT, JEANNE), b"1" * 8)
    assert not write_request(tmp_path, Request(ASK, AT, JEANNE), b"2" * 8)
    assert write_request(tmp_path, Request(LEAVE, AT, subscriber=1), b"3" * 8)


@given(st.binary(max_size=80) | st.sampled_from([b"[]", b'{"what": 1, "at": "x"}', b'{"what":"ask","at":"2026-12-03T09:00:00","address":3}']))
def test_a_damaged_file_stops_nothing(tmp_path_factory: pytest.TempPathFactory, written: bytes) -> None:
    """What cannot be read is removed, and the others are taken in."""
    folder = tmp_path_factory.getbasetemp() / "abime"
    folder.mkdir(exist_ok=True)
    connection = open_store(folder / "abonnes.sqlite3")
    (folder / "20261203T090000Z-0000000000000000.json").write_bytes(written)
    assert take_in(connection, folder, START) == 1
    connection.close()
