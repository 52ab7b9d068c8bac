"""Outputs are made on all cores, and what other processes wrote is known."""

from io import StringIO
from pathlib import Path

from rich.console import Console

from plugins.build.folders import Folders
from plugins.build.making import WORTH_A_PROCESS, Made, make_all
from plugins.build.output import Output, Told
from plugins.build.trees import walk
from plugins.model.problem import Problem

COUNT = WORTH_A_PROCESS + 50
PROBLEM = Problem("a.md", 1, "", "Trop lourd.", "Coupez.")


def made(folders: Folders) -> list[Made]:
    """Make many outputs and one that is refused."""
    outputs = [Output(f"{number % 7}/{number}.txt", make, {"number": number}) for number in range(COUNT)]
    return make_all([(folders, output) for output in outputs], Console(file=StringIO()))


def make(number: int) -> bytes | Told:
    """Return a file, or one with an error."""
    content = f"{number}".encode()
    return Told(content, (PROBLEM,)) if number == 5 else content


def test_what_was_written_is_known(tmp_path: Path) -> None:
    """Each output comes back in order with the look of its file, whichever process wrote it, and what was refused with its problem."""
    folders = Folders(tmp_path / "output", tmp_path / "making")
    folders.begin()
    found = made(folders)
    assert [one.path for one in found] == [f"{number % 7}/{number}.txt" for number in range(COUNT)]
    assert {one.path: one.look for one in found if one.look} == walk(folders.making).looks
    assert [one for one in found if not one.look] == [Made("5/5.txt", problems=(PROBLEM,))]
    assert all(one.changed for one in found if one.look)
