"""What the engine remembers is never trusted: cut, full of noise, old or from elsewhere, the site is the right one."""

import pickle
import shutil
from collections.abc import Callable
from pathlib import Path
from random import Random

import pytest

from tests.engine.conftest import Builder
from tests.engine.town import found_town, set_body, set_key, write

HARM: dict[str, Callable[[bytes, Random], bytes]] = {
    "cut": lambda data, random: data[: random.randrange(len(data) + 1)],
    "noise": lambda data, random: random.randbytes(len(data)),
    "noise after": lambda data, random: data + random.randbytes(40),
    "noise inside": lambda data, random: _with(data, random, random.randbytes(8)),
    "one bit": lambda data, random: _with(data, random, b"\0", flip=True),
    "emptied": lambda _, __: b"",
    "something else": lambda _, __: pickle.dumps({"version": 0, "outputs": [1, 2.0, None]}),
    "another version": lambda _, __: b"\x80\x04\x8c\x10plugins.build.no\x8c\x05Thing\x93)\x81.",
    "json": lambda _, __: b'{"index.html": null}',
}


def _with(data: bytes, random: Random, noise: bytes, *, flip: bool = False) -> bytes:
    """Return data with noise, or with one other bit, somewhere in it."""
    if not data:
        return noise
    at = random.randrange(len(data))
    return data[:at] + (bytes([data[at] ^ 1 << random.randrange(8)]) if flip else noise) + data[at + (1 if flip else len(noise)) :]


def edit(builder: Builder, number: int) -> None:
    """Change a few things, so that the engine has something to do and something to skip."""
    set_key(builder.town.content / "maisons/le-phare.md", "telephone", f"03 00 00 11 {10 + number}")
    set_body(builder.town.content / "pages/accessibilite.md", f"Texte {number}.\n")


@pytest.mark.parametrize("harm", HARM)
def test_a_damaged_memory_gives_the_right_site(harm: str, builder: Builder) -> None:
    """Whatever became of the files the engine remembers by, all or one of them, the build is good and right."""
    random = Random(harm)
    for number in range(3):
        memory = builder.town.place.memory()
        for path in memory if number == 0 else memory and [random.choice(memory)]:
            write(path, HARM[harm](path.read_bytes(), random))
        if number != 1:
            edit(builder, number)
        builder.check()


def test_a_folder_in_the_place_of_memory_gives_the_right_site(builder: Builder) -> None:
    """A file that cannot be read at all, since a folder has its name, does no harm; nor does its absence."""
    for number in range(2):
        for path in builder.town.place.memory():
            path.unlink()
            if number == 0:
                (path / "full").mkdir(parents=True)
        edit(builder, number)
        builder.check()


def test_memory_of_an_earlier_build_gives_the_right_site(builder: Builder) -> None:
    """What was remembered two builds ago, put back from a copy, does no harm."""
    place = builder.town.place
    old = {path: path.read_bytes() for path in place.memory()}
    edit(builder, 1)
    builder.check()
    new = {path: path.read_bytes() for path in place.memory()}
    for memory in (old, new):
        for path, data in memory.items():
            write(path, data)
        builder.check()
        edit(builder, 2)
        builder.check()


def test_memory_of_another_folder_gives_the_right_site(builder: Builder, tmp_path: Path) -> None:
    """What was remembered of the same content built elsewhere, where the public files are newer, does no harm."""
    town = builder.town
    edit(builder, 1)
    twin = found_town(tmp_path / "twin")
    shutil.copytree(town.content, twin.content, dirs_exist_ok=True)
    twin_settings = town.built_in(twin.place)
    assert builder.build(OUTPUT_PATH=twin_settings["OUTPUT_PATH"], BUILD_PATH=twin_settings["BUILD_PATH"]).status == 0
    for path in twin.place.memory():
        target = town.place.build / path.relative_to(twin.place.build)
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy2(path, target)
    builder.check()


@pytest.mark.parametrize("number", range(3))
def test_a_damaged_public_folder_is_mended(number: int, builder: Builder, tmp_path: Path) -> None:
    """Public files that somebody cut, changed, took away or added, and a folder put back from a copy, end up as they should."""
    public, random = builder.town.place.public, Random(number)
    shutil.copytree(public, tmp_path / "copy")
    if number == 1:
        edit(builder, 1)
        builder.check()
        shutil.rmtree(public)
        shutil.copytree(tmp_path / "copy", public)
    for name, harm in HARM.items():
        path = random.choice(sorted(path for path in public.rglob("*") if path.is_file()))
        path.write_bytes(harm(path.read_bytes(), random))
        (path.parent / f"{name}.html").write_text("Intrus")
    random.choice(sorted(public.rglob("*.ics"))).unlink()
    if number == 2:
        shutil.rmtree(public / "agenda")
        (public / "agenda").write_text("Intrus")
        (public / "index.html").unlink()
        (public / "index.html").mkdir()
    builder.check()
    builder.check()


@pytest.mark.parametrize("gone", ["output", "build", "build/output-suivant", "build/lettres"])
def test_a_folder_that_went_comes_back(gone: str, builder: Builder) -> None:
    """Without the public folder, the letters, or all that is beside them, the site is made whole again."""
    for number in range(2):
        shutil.rmtree(builder.town.folder / gone, ignore_errors=True)
        builder.check()
        edit(builder, number)
        builder.check()


def test_a_spoilt_folder_in_the_making_does_no_harm(builder: Builder) -> None:
    """Whatever a build that broke off left in the folder in the making, the next one is right."""
    random, making = Random(1), builder.town.place.making
    edit(builder, 1)
    builder.check()
    for path in sorted(path for path in making.rglob("*") if path.is_file()):
        path.write_bytes(random.choice([b"", b"half", path.read_bytes()[:-1]]))
    (making / "index.html").unlink(missing_ok=True)
    (making / "index.html/deep").mkdir(parents=True)
    (making / "intrus.html").write_text("Intrus")
    builder.check()
    builder.check()
