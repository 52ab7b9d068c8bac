"""What lies under content/: texts, pictures, recordings. Each file is read only when it looks different from the last time.

Nothing outside that folder is ever read.
"""

from __future__ import annotations

import os
import re
import time
from collections.abc import Callable, Iterable, Iterator
from fnmatch import translate
from hashlib import blake2b
from pathlib import Path
from stat import S_ISLNK

from plugins.content_types.files import read_file, read_recording
from plugins.content_types.found import Found, Look, Seen, folder_of, is_text
from plugins.content_types.transcripts import read_transcript_file
from plugins.model.entry import File
from plugins.model.problem import Problem
from plugins.model.radio import AUDIO, Recording
from plugins.model.transcript import TRANSCRIPTS

IGNORED = (".*", "~*", "*~", "Thumbs.db", "desktop.ini", "README.md", "*.tmp")
"""What editors and file managers leave behind."""
GONE = (-1,)
"""How a file looks that is not there."""
RECENT = 2_000_000_000
"""Nanoseconds within which a file may change twice and look the same: clocks of file systems tick no finer than this."""
_IGNORED = re.compile("|".join(map(translate, IGNORED)))


def survey(content: Path, past: Found) -> Found:
    """Return what lies under the folder; a file that looks as it did in `past` is not read again."""
    start = len(str(content)) + 1
    found: dict[str, dict[str, Seen]] = {}
    for path in walk(content):
        name, look = path[start:], _look_with_audio(path)
        before = past.seen(name)
        found.setdefault(folder_of(name), {})[name] = before if before and look and before.look == look else _read(content, name, look)
    return Found(found)


def survey_some(content: Path, past: Found, names: Iterable[str]) -> Found | None:
    """Return what lies under the folder when nothing but these texts and pictures has changed since `past`, without looking at the rest.

    None when it takes a look at everything to tell: a folder came or went, or a recording, which is read with its sidecar in mind.
    """
    found = dict(past.folders)
    for name in names:
        path, folder = f"{content}/{name}", folder_of(name)
        look = _look(path)
        is_gone = look == GONE
        if name.startswith(f"{AUDIO}/") or not look or (not past.seen(name) if is_gone else not Path(path).is_file()):
            return None
        if is_gone:
            found[folder] = {other: seen for other, seen in found[folder].items() if other != name}
        elif not any(map(_IGNORED.match, name.split("/"))):
            found[folder] = {**found.get(folder, {}), name: _read(content, name, look)}
    return Found({folder: files for folder, files in found.items() if files})


def _read(content: Path, name: str, look: Look) -> Seen:
    path = content / name
    if not look and path.is_symlink() and (path.is_dir() or not path.resolve().is_relative_to(content.resolve())):
        problem = Problem(f"{content.name}/{name}", 0, "", "Ce raccourci n'est pas suivi.", "Copiez le fichier lui-même ici.")
        return Seen((), b"", None, (problem,))
    if max(look, default=0) > time.time_ns() - RECENT:
        look = ()
    if is_text(name):
        return Seen(look, blake2b(path.read_bytes(), digest_size=16).digest())
    what, problems = _reader(name)(content, name)
    return Seen(look, str(what).encode(), what, problems)


def _reader(name: str) -> Callable[[Path, str], tuple[File | Recording | None, tuple[Problem, ...]]]:
    if name.startswith(f"{AUDIO}/"):
        return read_recording
    return read_transcript_file if name.startswith(f"{TRANSCRIPTS}/") else read_file


def walk(content: Path) -> Iterator[str]:
    """Yield the files under a folder and the short cuts to folders, sorted, without what editors and file managers leave behind."""
    for folder, folders, names in os.walk(content):
        folders[:] = sorted(name for name in folders if not _IGNORED.match(name))
        yield from (f"{folder}/{name}" for name in folders if Path(folder, name).is_symlink())
        yield from (f"{folder}/{name}" for name in sorted(names) if not _IGNORED.match(name))


def _look(path: str) -> Look:
    """Return how a file looks; a short cut has no look, since what it leads to may change behind it."""
    try:
        found = os.lstat(path)
    except FileNotFoundError:
        return GONE
    return () if S_ISLNK(found.st_mode) else (found.st_size, found.st_ino, found.st_mtime_ns, found.st_ctime_ns)


def _look_with_audio(path: str) -> Look:
    """Return how a file looks; a recording and its sidecar look changed together, for each is read with the other in mind."""
    if f"/{AUDIO}/" not in path:
        return _look(path)
    audio = path.removesuffix(".json")
    both = (_look(audio), _look(f"{audio}.json"))
    return () if () in both else (*both[0], *both[1])
