"""Everything that happens to a site, in whatever order; after each change it is built again, and from nothing to compare."""

import re
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from tests.engine.places import Contents, Place, contents, differences, times
from tests.engine.town import CONF, FILES, TEXTS, found_town, rewrite, set_body, set_key, tinted, write
from tests.engine.ways import Anew, Living
from tests.engine.workshop import Workshop

WHICH = st.integers(0, 99)
"""One of those there are, counted round."""
DAYS = st.sampled_from(["2026-09-30", "2026-11-21", "2026-11-22", "2026-11-23", "2026-11-26", "2026-12-02", "2027-01-01", "2027-06-05"])
DATES = st.sampled_from(["22/11/2026", "24/11/2026", "01/12/2026", "31/12/2026", "06/03/2027", "05/06/2027"])
FOLDERS = st.sampled_from(["evenements/2026", "evenements/2027", "bobine/2026-2027", "fil/12", "images"])
SLUGS = st.sampled_from(["soupe", "jeux", "veillee"])
BODIES = st.sampled_from(
    [
        "Un mot.\n", "Un nom.\n", "", "Du <b>gras</b>.\n", "Voir [le bal](/agenda/2027/06/05/bal-du-port/).\n",
        "![un phare](/images/phare.png)\n", "## Venir\n\nÀ pied[^1].\n\n[^1]: Ou à vélo.\n",
    ]
)  # fmt: skip
SETTINGS = st.sampled_from(
    [
        ("SITESUBTITLE", "Deux maisons"), ("SITESUBTITLE", "Deux portes !"), ("DRAFTS", True), ("DRAFTS", False), ("SCHOOL_ZONE", "A"),
        ("THEMES", {"lecture": "Livres", "sortie": "Dehors", "atelier": "Mains"}), ("MAGAZINE", "Le Trait"), ("SHOW", None), ("LETTER", None),
        ("SITEURL", "https://autre.example/val"), ("HOUSE_COLORS", {"le-phare": "#1d4ed8", "la-fabrique": "#5b21b6"}),
        ("TIMEZONE", "Indian/Reunion"),
    ]
)  # fmt: skip
WRONG = "evenements/2027/faux.md"
PATIENCE = 2
"""Builds with errors in a row before somebody mends the content."""

_rule: Callable[..., Callable[[Callable[..., None]], Callable[..., None]]] = rule


def change(**given: st.SearchStrategy[Any]) -> Callable[[Callable[..., None]], Callable[..., None]]:
    """Return the rule of a change, which happens while the content is good or has not been wrong for long."""
    return lambda function: precondition(lambda self: self.errors < PATIENCE)(_rule(**given)(function))


class Sequences(RuleBasedStateMachine):
    """A town that changes; after each change it is built in its place, and from nothing elsewhere."""

    def __init__(self, folder: Path, workshops: tuple[Workshop, Workshop]) -> None:
        """Found the town."""
        super().__init__()
        self.town = found_town(folder)
        self.workshop, self.other = workshops
        self.way: Anew | Living
        self.errors = 0
        self.good: dict[Path, bytes] = {}

    def pick(self, which: int, *folders: str) -> Path:
        """Return one of the texts."""
        texts = [text for folder in folders or ("",) for text in self.town.texts(folder)]
        return texts[which % len(texts)]

    @initialize(remembers=st.booleans())
    def begin(self, remembers: bool) -> None:
        """Build by a preview that goes on, or in a new process each time."""
        self.way = Living(self.town) if remembers else Anew(self.town, self.workshop)

    @change(which=WHICH, body=BODIES)
    def edit_a_body(self, which: int, body: str) -> None:
        """Write another text."""
        set_body(self.pick(which), body)

    @change(which=WHICH, title=st.sampled_from(["Bols", "Noix", "Une longue soirée"]))
    def edit_a_title(self, which: int, title: str) -> None:
        """Write another title."""
        set_key(self.pick(which, "evenements", "fil", "actualites", "maisons", "projets", "bobine", "pages"), "titre", title)

    @change(slug=SLUGS, date=DATES, more=st.sampled_from(["", "maison: le-phare\n", "thematique: lecture\nprojet: repar-val\n"]))
    def add_an_event(self, slug: str, date: str, more: str) -> None:
        """Announce something, perhaps in the place of something else."""
        text = f"---\ntitre: Veillée\ndebut: {date} 20h\n{more}---\nPrès du feu.\n"
        write(self.town.content / f"evenements/{date[-4:]}/{slug}.md", text.encode())

    @change(which=WHICH)
    def delete(self, which: int) -> None:
        """Take a text away; others may still name it."""
        self.pick(which, "evenements", "actualites", "fil", "bobine", "pages", "lettres").unlink()

    @change(which=WHICH, slug=SLUGS)
    def rename(self, which: int, slug: str) -> None:
        """Give a file another name, perhaps that of another file."""
        path = self.pick(which, "evenements", "actualites", "pages", "bobine")
        path.replace(path.with_stem(slug))

    @change(folder=FOLDERS)
    def rename_a_folder(self, folder: str) -> None:
        """Give a folder another name, or its first one back."""
        one, other = self.town.content / folder, self.town.content / f"{folder}-bis"
        if one.exists() != other.exists():
            one.rename(other) if one.exists() else other.rename(one)

    @change(which=WHICH)
    def save_as_it_was(self, which: int) -> None:
        """Save a text in which nothing was changed."""
        self.pick(which).touch()

    @change(which=WHICH, other=WHICH)
    def swap(self, which: int, other: int) -> None:
        """Let two events change names."""
        one, two = self.pick(which, "evenements"), self.pick(other, "evenements")
        first, second = one.read_bytes(), two.read_bytes()
        write(one, second)
        write(two, first)

    @change(which=WHICH, date=DATES)
    def move(self, which: int, date: str) -> None:
        """Put an event on another day, perhaps of another month."""
        path = self.pick(which, "evenements")
        for key in ("fin", "duree", "repetition", "sauf", "aussi", "inscription-avant"):
            set_key(path, key, None)
        set_key(path, "debut", f"{date} 14h")

    @change(which=WHICH, state=st.sampled_from(["annulé", "complet", "reporté", None]))
    def cancel(self, which: int, state: str | None) -> None:
        """Cancel an event, or think better of it."""
        set_key(self.pick(which, "evenements"), "etat", state)

    @change(which=WHICH, status=st.sampled_from(["brouillon", None]))
    def draft(self, which: int, status: str | None) -> None:
        """Make a text a draft, or publish it."""
        set_key(self.pick(which, "evenements", "actualites", "pages", "bobine", "projets"), "statut", status)

    @change(which=WHICH, end=st.integers(10, 12))
    def change_a_phone(self, which: int, end: int) -> None:
        """Give a house another number."""
        set_key(self.pick(which, "maisons"), "telephone", f"03 00 00 10 {end}")

    @change(which=WHICH, tint=st.integers(0, 3))
    def replace_a_file(self, which: int, tint: int) -> None:
        """Put another picture, recording or document in the place of one, of the same size."""
        path = FILES[which % len(FILES)]
        write(self.town.content / path, tinted(path, tint))

    @change(which=WHICH, tint=st.integers(0, 3))
    def add_a_picture(self, which: int, tint: int) -> None:
        """Show a new picture with a text."""
        path = self.pick(which, "evenements", "actualites", "fil", "pages", "maisons")
        write(self.town.content / "images/port.png", tinted("port.png", tint))
        set_key(path, "image", "images/port.png")
        set_key(path, "image-alt", "un port")

    @change(which=WHICH, mark=st.integers(0, 2))
    def change_a_template(self, which: int, mark: int) -> None:
        """Change a template, or a file that others take in."""
        templates = sorted((self.town.theme / "templates").glob("*.html"))
        rewrite(templates[which % len(templates)], lambda text: re.sub(r"(?:<!--\d-->)?</", f"<!--{mark}--></", text, count=1))

    @change(which=WHICH, mark=st.integers(0, 2))
    def change_the_style(self, which: int, mark: int) -> None:
        """Change a file that the theme brings."""
        files = sorted((self.town.theme / "static").iterdir())
        rewrite(files[which % len(files)], lambda text: re.sub(r"\n?\d?\Z", f"\n{mark}", text, count=1))

    @change(setting=SETTINGS)
    def change_a_setting(self, setting: tuple[str, object]) -> None:
        """Change what the town says of itself."""
        name, value = setting
        self.town.settings[name] = value

    @change(day=DAYS)
    def change_the_day(self, day: str) -> None:
        """Build for another day, perhaps an earlier one."""
        self.town.settings["BUILD_DATE"] = day

    @change()
    def go_back_to_the_start(self) -> None:
        """Put the town's added texts back as they were, the day and the settings too."""
        for path, header in TEXTS.items():
            write(self.town.content / path, f"---\n{header}\n---\nUn texte.\n".encode())

    @change(killed=st.booleans())
    def open_again(self, killed: bool) -> None:
        """End the preview, or have it killed; the next one finds on the disk what it left."""
        self.way.close(killed=killed)

    @change()
    def only_check(self) -> None:
        """Check the content without building."""
        before = contents(self.way.place.public)
        self.workshop.build(CONF, self.town.built_in(self.town.place) | {"CHECK_ONLY": True})
        assert contents(self.way.place.public) == before

    @change()
    def write_something_wrong(self) -> None:
        """Make a mistake."""
        write(self.town.content / WRONG, b"---\ntitre: Faux\ndebut: 31/02/2027\n---\n")

    @precondition(lambda self: self.errors)
    @rule(whole=st.booleans())
    def mend(self, whole: bool) -> None:
        """Take the mistake out, or put the whole of the last good content back."""
        if (wrong := self.town.content / WRONG).exists() and not whole:
            wrong.unlink()
            return
        for path in self.town.content.rglob("*"):
            if path.is_file() and path not in self.good:
                path.unlink()
        for path, data in self.good.items():
            write(path, data)

    @invariant()
    def is_as_from_nothing(self) -> None:
        """Build both: statuses, words and bytes are the same; what stays the same keeps its time stamp."""
        place, fresh = self.way.place, Place(self.town.folder / "fresh")
        before, stamps = contents(place.public), times(place.public)
        self.other.start(CONF, self.town.built_in(fresh) | self.way.given)
        said, wanted = self.way.build(), self.other.finish()
        assert (said.status, said.problems) == (wanted.status, wanted.problems)
        assert said.status in {0, 1}
        for found, from_nothing in zip(place.site, fresh.site, strict=True):
            assert said.status or differences(found, from_nothing) == []
        after, restamped = contents(place.public), times(place.public)
        assert not said.status or self.was_left_alone(before, after)
        assert {path for path, time in stamps.items() if after.get(path) == before[path] and restamped[path] != time} == set()
        self.remember(good=not said.status)
        shutil.rmtree(fresh.folder)

    def was_left_alone(self, before: Contents, after: Contents) -> bool:
        """Return whether errors kept back everything public; a preview may show the pages of texts that have none."""
        changed = differences(before, after)
        return all(path.endswith("/index.html") and path in after for path in changed) if isinstance(self.way, Living) else not changed

    def remember(self, *, good: bool) -> None:
        """Keep a good content, to go back to it."""
        self.errors = 0 if good else self.errors + 1
        if good:
            self.good = {path: path.read_bytes() for path in self.town.content.rglob("*") if path.is_file()}

    def teardown(self) -> None:
        """Leave nothing behind."""
        self.way.close()
        shutil.rmtree(self.town.folder)
