"""Two folders: the one the public sees and the one in the making; they change places in one step.

The making folder holds the site before last, so that a build writes only what changed and makes no folder
anew. Files that stay the same keep their bytes and their time stamp. A kill leaves the public folder as it was.

A file that stays the same may be one file under two names, one in each folder, so that nothing is copied. That is
why no file is ever written into: a new one is written beside it and takes its name. Plugins of others need not know;
where they are at work, each folder has files of its own.
"""

from __future__ import annotations

import ctypes
import errno
import os
import shutil
import stat
from collections.abc import Callable, Iterable, Mapping
from contextlib import suppress
from functools import cached_property
from pathlib import Path

from msgspec import Struct, field

from plugins.build.trees import Look, Tree, look_of, walk

_AT_FDCWD = -100
_RENAME_EXCHANGE = 2


class OutsideError(ValueError):
    """A path that leaves the folder it should stay in."""


class Folders(Struct, dict=True):
    """The public folder and the one in the making, each walked once a run; when they are the same, its files change one by one."""

    public: Path
    making: Path
    ours_alone: bool = True
    """False: others may write into the making folder, and into the files in it."""
    walked: Callable[[Path], Tree] = walk
    """Tells what lay in a folder before this run."""
    now: dict[str, Look] = field(default_factory=dict)
    """Look of each file written or kept in this run, by path; the others are orphans."""
    _found: Tree = field(default_factory=Tree)
    """What lay in the making folder before this run."""
    _lay: dict[str, Look] = field(default_factory=dict)
    """The looks of that."""
    _changed: dict[str, int] = field(default_factory=dict)
    """When each of that was changed, where others may change it."""

    def begin(self) -> None:
        """Make the making folder ready, and look at what lies in it; nobody has written into it in this run."""
        self.making.mkdir(parents=True, exist_ok=True)
        self._found = self._seen if self._is_in_place else self.walked(self.making)
        if not (self.ours_alone or self._is_in_place):
            for path in [path for path in self._found.looks if os.lstat(self.making / path).st_nlink > 1]:
                Path(self.making, path).unlink()
                del self._found.looks[path]
        self._lay = self._found.looks
        self._changed = {} if self.ours_alone else self._changes()

    @property
    def _is_in_place(self) -> bool:
        return self.making == self.public

    @cached_property
    def _seen(self) -> Tree:
        return self.walked(self.public)

    @cached_property
    def before(self) -> dict[str, Look]:
        """Look of each public file before this run, by path."""
        return self._seen.looks

    def keep(self, looks: Mapping[str, Look]) -> None:
        """Make paths, which are public and have these looks, hold in the making folder what they hold in public."""
        if self._lay is self.before:
            self.now |= looks
            return
        for path, look in looks.items():
            self.now[path] = look if self._lay.get(path) == look else self._take(path)

    def put(self, path: str, content: bytes | Path) -> bool:
        """Make `path` hold the bytes, or a copy of a file, in the making folder; return whether the public one differs. Raise OutsideError."""
        new = inside(self.making, path)
        if path in self.before and _holds(self.public / path, content):
            self.keep({path: self.before[path]})
            return False
        self._make_way(path)
        write(new, content)
        self.now[path] = look_of(os.lstat(new))
        return True

    def show(self, path: str, content: bytes) -> None:
        """Put a file ahead of a run that writes in place; it finds the file as it looks then."""
        self.put(path, content)
        self.before[path] = self.now.pop(path)

    def _take(self, path: str) -> Look:
        """Put a public file into the making folder: itself under a second name if may be, else a copy with its time. Return the look."""
        self._make_way(path)
        old, new = f"{self.public}/{path}", f"{self.making}/{path}"
        if self.ours_alone and _linked(old, new):
            return self.before[path]
        write(Path(new), Path(old), keep_time=True)
        return look_of(os.lstat(new))

    def _make_way(self, path: str) -> None:
        """Make the folder that a file goes into; clear away a folder where a file goes now, or a file where a folder goes."""
        folders = self._found.folders
        parent = path.rpartition("/")[0]
        if parent and parent not in folders:
            self._make_way(parent)
            _make_folder(f"{self.making}/{parent}")
            folders.add(parent)
        if path in folders:
            shutil.rmtree(self.making / path)
            folders.remove(path)

    def prune(self) -> int:
        """Delete what nobody wrote in this run, and empty folders; return how many files went."""
        if not self.ours_alone:
            self._take_in_others()
        if self.ours_alone and self.now.keys() == self._lay.keys():
            return 0
        needed = _parents(self.now)
        gone = sum(_deleted(self.making / path) for path in self._lay if path not in self.now and path not in needed)
        for folder in sorted(self._found.folders - needed, reverse=True):
            with suppress(OSError):  # it went with one above it, or somebody is using it
                Path(self.making, folder).rmdir()
        return gone

    def _take_in_others(self) -> None:
        """Look again at what lies in the making folder, and take in what others wrote: any writing sets the change time of a file."""
        self._found = walk(self.making)
        self._lay = self._found.looks
        written = (path for path, time in self._changes().items() if path in self.now or self._changed.get(path) != time)
        self.now = {path: self._lay[path] for path in written}

    def _changes(self) -> dict[str, int]:
        """Return the change time (ns) of each file in the making folder, which no program can set back."""
        return {path: os.lstat(self.making / path).st_ctime_ns for path in self._lay}

    def carry_on(self) -> None:
        """Take what this run left for what the next one finds, without looking: in a preview nobody else writes here."""
        if self.now.keys() != self._lay.keys():
            self._found = Tree(folders=_parents(self.now))
        self.before = self._lay = self.now
        self.now = {}

    def swap(self) -> None:
        """Show the made site: the two folders change places in one step, so that no visitor sees half of it."""
        if self._is_in_place:
            return
        if not self.public.exists():
            self.public.parent.mkdir(parents=True, exist_ok=True)
            self.making.rename(self.public)
        else:
            exchange(self.making, self.public)


def _linked(old: str, new: str) -> bool:
    """Make a file stand under a second name, and return whether the disk can do so."""
    try:
        os.link(old, new, follow_symlinks=False)
    except FileExistsError:
        with suppress(OSError):
            Path(new).unlink()
            os.link(old, new, follow_symlinks=False)
            return True
        return False
    except OSError:
        return False
    return True


def _deleted(path: Path) -> bool:
    """Delete a file, and return whether it was still there."""
    try:
        path.unlink()
    except (FileNotFoundError, NotADirectoryError):
        return False
    return True


def _make_folder(path: str) -> None:
    """Make a folder, also where a file stood; another process may do the same."""
    try:
        os.mkdir(path)  # noqa: PTH102  # the first edit after a first build makes thousands, and Path takes as long as the disk
    except FileExistsError:
        with suppress(FileNotFoundError, IsADirectoryError):
            Path(path).unlink()
        Path(path).mkdir(exist_ok=True)


def inside(folder: Path, path: str) -> Path:
    """Return the path under a folder. Raise OutsideError when it would lead out of it."""
    if path.startswith("/") or "\\" in path or "\0" in path or not {"", ".", ".."}.isdisjoint(path.split("/")):
        raise OutsideError(path)
    return folder / path


def write(path: Path, content: bytes | Path, *, keep_time: bool = False) -> None:
    """Write a whole file or nothing: under a temporary name, then renamed; make the folder that it goes into where there is none."""
    try:
        _replace(path, content, keep_time)
    except FileNotFoundError:
        path.parent.mkdir(parents=True, exist_ok=True)
        _replace(path, content, keep_time)


def _replace(path: Path, content: bytes | Path, keep_time: bool) -> None:
    temporary = path.with_name(f".{path.name}.tmp")
    if isinstance(content, bytes):
        temporary.write_bytes(content)
    elif keep_time:
        shutil.copy2(content, temporary)
    else:
        shutil.copyfile(content, temporary)
    temporary.replace(path)


def _holds(path: Path, content: bytes | Path) -> bool:
    """Return whether a file stands there itself, and not a link to one, with exactly this content."""
    try:
        state = path.lstat()
        size = content.stat().st_size if isinstance(content, Path) else len(content)
        if not stat.S_ISREG(state.st_mode) or state.st_size != size:
            return False
        return path.read_bytes() == (content.read_bytes() if isinstance(content, Path) else content)
    except (FileNotFoundError, NotADirectoryError):
        return False


def _parents(paths: Iterable[str]) -> set[str]:
    """Return every folder that some paths lead through."""
    found: set[str] = set()
    for path in paths:
        parent = path.rpartition("/")[0]
        while parent and parent not in found:
            found.add(parent)
            parent = parent.rpartition("/")[0]
    return found


def exchange(one: Path, other: Path) -> None:
    """Make two folders change names in one step (renameat2, Linux); elsewhere in two steps, as close as can be."""
    libc = ctypes.CDLL(None, use_errno=True)
    if hasattr(libc, "renameat2"):
        if libc.renameat2(_AT_FDCWD, os.fsencode(one), _AT_FDCWD, os.fsencode(other), _RENAME_EXCHANGE) == 0:
            return
        error = ctypes.get_errno()
        if error not in {errno.EINVAL, errno.ENOSYS}:
            raise OSError(error, os.strerror(error), str(other))
    aside = one.with_name(f"{one.name}.old")
    other.rename(aside)
    one.rename(other)
    aside.rename(one)
