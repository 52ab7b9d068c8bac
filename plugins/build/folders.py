"""Two folders: the one the public sees and the one in the making; they change places in one step.

The making folder holds the site before last, so that a build writes only what changed and makes no folder
anew. Files that stay the same keep their bytes and their time stamp. A kill leaves the public folder as it was.
"""

from __future__ import annotations

import ctypes
import errno
import fcntl
import os
import shutil
import stat
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

_AT_FDCWD = -100
_RENAME_EXCHANGE = 2


Look = tuple[int, int]
"""Size and time (ns) of a file: what it looks like from outside."""


class OutsideError(ValueError):
    """A path that leaves the folder it should stay in."""


class BusyError(RuntimeError):
    """Another build is under way."""


@dataclass
class Folders:
    """The public folder, the one in the making, and what was put into it."""

    public: Path
    making: Path
    name: str = ""
    """What the paths of its outputs start with when several folders are told apart."""
    kept: set[str] = field(default_factory=set)
    """Paths written in this run, with slashes; the others are orphans."""
    found: dict[str, int] = field(default_factory=dict)
    """Change time of what lay in the making folder before this run, by path."""

    def begin(self) -> None:
        """Make the folder for this run ready, and remember what lies in it."""
        self.making.mkdir(parents=True, exist_ok=True)
        self.found = {path: stat_.st_ctime_ns for path, stat_ in _files(self.making)}

    def keep(self, path: str) -> None:
        """Make `path` hold in the making folder what it holds in public. Raise OutsideError."""
        new = inside(self.making, path)
        old = self.public / path
        self.kept.add(path)
        if not _same_file(new, old):
            self._write(new, old, keep_time=True)

    def put(self, path: str, content: bytes | Path) -> bool:
        """Make `path` hold the bytes, or a copy of a file, in the making folder; return whether the public one differs. Raise OutsideError."""
        new = inside(self.making, path)
        old = self.public / path
        self.kept.add(path)
        if _holds(old, content):
            self.keep(path)
            return False
        if _holds(new, content):
            os.utime(new)  # what was there the time before last is new again, also to who compares times
        else:
            self._write(new, content)
        return True

    def _write(self, path: Path, content: bytes | Path, *, keep_time: bool = False) -> None:
        """Write, after clearing away a folder where a file goes now, or a file where a folder goes."""
        if path.is_dir():
            shutil.rmtree(path)
        for parent in path.parents:
            if parent == self.making or parent.is_dir():
                break
            if parent.is_file():  # and not a folder that another process has made meanwhile
                parent.unlink(missing_ok=True)
        write(path, content, keep_time=keep_time)

    def prune(self) -> int:
        """Delete what nobody wrote in this run, and empty folders; return how many files went.

        What others wrote (a Pelican plugin) is told by its change time, which any writing sets.
        """
        orphans = [path for path, stat_ in _files(self.making) if path not in self.kept and self.found.get(path) == stat_.st_ctime_ns]
        for path in orphans:
            (self.making / path).unlink()
        for folder, _, _ in os.walk(self.making, topdown=False):
            if folder != str(self.making) and not os.listdir(folder):
                Path(folder).rmdir()
        return len(orphans)

    def swap(self) -> None:
        """Show the made site: the two folders change places in one step, so that no visitor sees half of it."""
        if not self.public.exists():
            self.public.parent.mkdir(parents=True, exist_ok=True)
            self.making.rename(self.public)
        else:
            exchange(self.making, self.public)


def _files(folder: Path) -> Iterator[tuple[str, os.stat_result]]:
    """Yield the path inside the folder and the state of each file; in plain strings, for there may be thousands."""
    start = len(str(folder)) + 1
    for parent, _, names in os.walk(folder):
        for name in names:
            path = f"{parent}/{name}"
            yield path[start:], os.lstat(path)


def look(path: Path) -> Look | None:
    """Return size and time (ns) of a file, None when there is none."""
    try:
        found = os.stat(path)
    except (FileNotFoundError, NotADirectoryError):
        return None
    return found.st_size, found.st_mtime_ns


def looks(folder: Path) -> dict[str, Look]:
    """Return the look of every file under a folder, by path."""
    return {path: (found.st_size, found.st_mtime_ns) for path, found in _files(folder)}


def inside(folder: Path, path: str) -> Path:
    """Return the path under a folder. Raise OutsideError when it would lead out of it."""
    parts = path.split("/")
    if not path or path.startswith("/") or "\\" in path or "\0" in path or any(part in {"", ".", ".."} for part in parts):
        raise OutsideError(path)
    return folder.joinpath(*parts)


def write(path: Path, content: bytes | Path, *, keep_time: bool = False) -> None:
    """Write a whole file or nothing: under a temporary name, then renamed."""
    path.parent.mkdir(parents=True, exist_ok=True)
    temporary = path.with_name(f".{path.name}.tmp")
    if isinstance(content, bytes):
        temporary.write_bytes(content)
    elif keep_time:
        shutil.copy2(content, temporary)
    else:
        shutil.copyfile(content, temporary)
    temporary.replace(path)


def _holds(path: Path, content: bytes | Path) -> bool:
    """Return whether the file exists with exactly this content."""
    try:
        found = path.stat()
        if not stat.S_ISREG(found.st_mode):
            return False
        if isinstance(content, Path):
            source = content.stat()
            return found.st_size == source.st_size and path.read_bytes() == content.read_bytes()
        return found.st_size == len(content) and path.read_bytes() == content
    except (FileNotFoundError, NotADirectoryError):
        return False


def _same_file(copy: Path, original: Path) -> bool:
    """Return whether the copy was taken from this original: same size, same time, and whole, since writes are renames."""
    seen = look(copy)
    return seen is not None and seen == look(original)


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


@contextmanager
def alone(folder: Path) -> Iterator[None]:
    """Hold the folder's lock while a build runs. Raise BusyError when another one holds it; a kill frees it."""
    folder.mkdir(parents=True, exist_ok=True)
    with (folder / ".lock").open("w") as handle:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise BusyError from None
        yield
