"""`inv serve` as a writer has it: started in a terminal, seen in a browser, ended by Ctrl+C."""

import os
import shutil
import signal
import socket
import subprocess
import sys
import urllib.error
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.engine.places import contents, differences
from tests.engine.town import rewrite, set_body, set_key, write
from tests.site.building import DAY, OTHER_TOWN, copy_site, run

MOST = 20_000
"""Looks at a page after which it will not become what it should be any more."""
HELP, HELP_PAGE = "content/pages/accessibilite.md", "/accessibilite/"
NEW = "content/evenements/2026/jeux.md"
NEW_TEXT = b"---\ntitre: Jeux de plateau\ndebut: 28/11/2026 14h\nmaison: le-phare\n---\nVenez.\n"


def _hear_ctrl_c() -> None:
    """Let a new process hear Ctrl+C, also where whoever runs the tests does not, as behind `&` or `nohup`."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)


class Terminal:
    """`inv serve` in a terminal of its own."""

    def __init__(self, folder: Path) -> None:
        """Start it on a port that is free."""
        self.folder = folder
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.port = str(free.getsockname()[1])
        command = [sys.executable, "-m", "invoke", "serve", "--port", self.port]
        environment = {**os.environ, "BUILD_DATE": DAY, "PYTHONWARNINGS": "error::ResourceWarning"}
        both = {"stdout": subprocess.PIPE, "stderr": subprocess.STDOUT}
        self._process = subprocess.Popen(command, cwd=folder, env=environment, start_new_session=True, text=True, preexec_fn=_hear_ctrl_c, **both)  # type: ignore[call-overload]  # noqa: PLW1509  # nothing else runs between

    def says(self, words: str) -> str:
        """Return the next line with these words; nothing when the command ends without."""
        return next((line for line in self._process.stdout if words in line), "")

    def page(self, address: str) -> str:
        """Return a page as a browser gets it."""
        try:
            with urllib.request.urlopen(f"http://127.0.0.1:{self.port}{address}") as answer:
                return str(answer.read(), "utf-8")
        except urllib.error.HTTPError as error:
            with error:
                return ""

    def shows(self, address: str, words: str) -> bool:
        """Look at a page until it has these words; return whether it came to have them."""
        return any(words in self.page(address) for _ in range(MOST))

    def policy(self, address: str) -> str:
        """Return what the pages at an address may do."""
        with urllib.request.urlopen(f"http://127.0.0.1:{self.port}{address}") as answer:
            return str(answer.headers["Content-Security-Policy"])

    def press_ctrl_c(self) -> None:
        """Press Ctrl+C, which reaches every process of the terminal."""
        os.killpg(self._process.pid, signal.SIGINT)

    def end(self) -> tuple[int, str]:
        """Press Ctrl+C; return the exit status, and what was said at last."""
        self.press_ctrl_c()
        said, _ = self._process.communicate(timeout=60)
        return self._process.returncode, said

    def close(self) -> None:
        """Leave nothing behind, whatever happened."""
        if self.is_anybody_left:
            os.killpg(self._process.pid, signal.SIGKILL)
        self._process.communicate()

    @property
    def is_anybody_left(self) -> bool:
        """Whether a process of this terminal still lives."""
        try:
            os.killpg(self._process.pid, 0)
        except ProcessLookupError:
            return False
        return True


@pytest.fixture
def terminal(tmp_path: Path) -> Iterator[Terminal]:
    """Yield the terminal of somebody who has just typed `inv serve` in a copy of the second town."""
    folder = copy_site(tmp_path / "site")
    shutil.rmtree(folder / "content")
    shutil.copytree(OTHER_TOWN, folder, dirs_exist_ok=True)
    terminal = Terminal(folder)
    yield terminal
    terminal.close()


def test_a_writer_sees_what_is_saved(terminal: Terminal) -> None:
    """What is saved is shown, what is wrong is told and mended, and Ctrl+C ends it all with a sentence."""
    assert terminal.says("Aperçu").strip() == f"Aperçu : http://127.0.0.1:{terminal.port}/ — Ctrl+C pour arrêter."
    assert "frame-ancestors 'none'" in terminal.policy(HELP_PAGE)
    assert "frame-ancestors *" in terminal.policy("/agenda/cadre/")
    set_key(terminal.folder / HELP, "titre", "Venir sans peine")
    assert terminal.shows(HELP_PAGE, "Venir sans peine")
    write(terminal.folder / NEW, NEW_TEXT.replace(b"28/11", b"31/11"))
    assert "novembre 2026 a 30 jours" in terminal.says("31/11/2026")
    write(terminal.folder / NEW, NEW_TEXT)
    assert terminal.shows("/agenda/2026/11/28/jeux/", "Jeux de plateau")
    (terminal.folder / NEW).unlink()
    assert any(terminal.page("/agenda/2026/11/28/jeux/") == "" for _ in range(MOST))
    status, said = terminal.end()
    assert (status, said.splitlines()[-1]) == (0, "Aperçu arrêté.")
    assert not terminal.is_anybody_left


def test_what_is_saved_while_the_preview_is_being_made_is_shown(terminal: Terminal) -> None:
    """A text saved during the first build, which may have read it already, is built again after it."""
    public = terminal.folder / "build/apercu"
    while not public.exists():
        pass
    set_key(terminal.folder / "content/actualites/la-terrasse-rouvre.md", "titre", "La terrasse ferme")
    assert terminal.says("Aperçu")
    set_body(terminal.folder / HELP, "Autre chose.\n")
    assert terminal.shows(HELP_PAGE, "Autre chose.")
    assert terminal.shows("/actualites/la-terrasse-rouvre/", "La terrasse ferme")


def test_the_settings_may_be_saved_as_editors_do(terminal: Terminal) -> None:
    """pelicanconf.py is noticed each time, though many editors put a new file in the place of the old one."""
    assert terminal.says("Aperçu")
    conf, new = terminal.folder / "pelicanconf.py", terminal.folder / "pelicanconf.py.neuf"
    for name in ("Les maisons de la Brise", "Les maisons du Port", "Les maisons du Val"):
        shutil.copy(conf, new)
        rewrite(new, lambda text, name=name: f"{text}\nSITENAME = {name!r}\n")  # type: ignore[misc]  # called at once
        new.replace(conf)
        assert terminal.shows(HELP_PAGE, name)


def test_ctrl_c_ends_it_at_any_moment(terminal: Terminal) -> None:
    """Ctrl+C during the first build ends the command too; the next preview is what one from nothing is."""
    public = terminal.folder / "build/apercu"
    while not public.exists():
        pass
    status, said = terminal.end()
    assert (status, said.splitlines()[-1]) == (0, "Aperçu arrêté.")
    assert not terminal.is_anybody_left
    fresh = Path(shutil.copytree(terminal.folder, terminal.folder.with_name("fresh")))
    shutil.rmtree(fresh / "build")
    for folder in (terminal.folder, fresh):
        again = Terminal(folder)
        assert again.says("Aperçu")
        assert again.end()[0] == 0
    assert differences(contents(public), contents(fresh / "build/apercu")) == []


def test_a_port_that_is_taken_is_told(terminal: Terminal) -> None:
    """A second preview at the same port says so, and which to try."""
    assert terminal.says("Aperçu")
    other = shutil.copytree(terminal.folder, terminal.folder.with_name("other"))
    done = run(other, "invoke", "serve", "--port", terminal.port)
    told = f"Le port {terminal.port} est pris : essayez « inv serve --port {int(terminal.port) + 1} »."
    assert (done.status, done.said.splitlines()[-1]) == (3, told)
