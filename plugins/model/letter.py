"""The weekly letter as its writer composes it."""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import TYPE_CHECKING

from msgspec import Struct

from plugins.model.entry import COMMON, TITLE, Entry, Status, read_common
from plugins.model.kinds import LINE, NUMBER, WORDS
from plugins.model.problem import Wrong
from plugins.model.schema import Key, Kind, Sheet
from plugins.model.text import fold

if TYPE_CHECKING:
    from plugins.model.town import Town

THURSDAY = 4
"""ISO weekday of the sending."""
SHOWN_BEFORE = 7
"""Days before the sending from which the page of a letter is there."""
DAYS_AHEAD = 10
"""How many days of the agenda a letter tells of, its Thursday included."""
PLACEHOLDER = "Votre mot de la semaine, à la place de cette ligne"
"""What stands in the place of the editorial until somebody has written it."""


class Week(Struct, frozen=True, order=True):
    """An ISO 8601 week."""

    year: int
    number: int

    @property
    def key(self) -> str:
        """`2026-s48`, as addresses have it."""
        return f"{self.year}-s{self.number:02}"

    @property
    def thursday(self) -> date:
        """The day the letter goes out."""
        return date.fromisocalendar(self.year, self.number, THURSDAY)


def read_week(text: str, _: date | None = None) -> Week:
    """Return the week `2026-s48`. Raise Wrong for a week that its year does not have (2026 has 53, 2027 has 52)."""
    match = re.fullmatch(r"(\d{4})[\s-]*[sSwW](?:emaine)?\s*(\d{1,2})", text.strip())
    if not match:
        raise Wrong(f"« {text} » n'est pas une semaine.", "Écrivez l'année, un tiret, s et le numéro : 2026-s48.")
    week = Week(int(match[1]), int(match[2]))
    try:
        date.fromisocalendar(week.year, week.number, THURSDAY)
    except ValueError:
        raise Wrong(f"L'année {week.year} n'a pas de semaine {week.number}.", "Vérifiez le numéro de la semaine.") from None
    return week


WEEK = Key("semaine", Kind("une semaine", read_week), "La semaine d'envoi ; la lettre part le jeudi.", "2026-s48", required=True)
SUBJECT = Key("objet", LINE, "L'objet du message.", "Cette semaine : soupe, vélo et radio", required=True, also=("titre", "title"))
PREHEADER = Key("accroche", LINE, "La phrase que les messageries montrent à côté de l'objet, 40 à 90 signes.",
                "Samedi on épluche, dimanche on pédale, jeudi on écoute.", required=True)  # fmt: skip
FEATURED = Key("a-la-une", WORDS, "Ce qui vient en premier : des noms de fichiers, sans .md.", "soupe-partagee")
HIDDEN = Key("masquer", WORDS, "Ce que la lettre ne montre pas : des noms de fichiers, sans .md.", "permanence")
CARRIED = Key("numero", NUMBER, "Le numéro du Fil que cette lettre porte ; elle n'a alors ni agenda, ni « a-la-une », ni « masquer ».", "47")

LETTER_KEYS = (*(key for key in COMMON if key is not TITLE), WEEK, SUBJECT, PREHEADER, FEATURED, HIDDEN, CARRIED)


class Letter(Entry, frozen=True, kw_only=True):
    """One mailing: a weekly number, or an issue of the magazine; its title is the subject, its body the editorial."""

    week: Week
    preheader: str
    featured: tuple[str, ...]
    """Names of files without .md."""
    hidden: tuple[str, ...]
    number: int | None
    """The issue of the magazine that it carries; None for a weekly number."""

    @property
    def key(self) -> str:
        """What tells it from the others in addresses, folders and links: `2026-s48`, `le-fil-47`. Both may go out in one week."""
        return self.week.key if self.number is None else f"le-fil-{self.number}"

    @property
    def address(self) -> str:
        """Its page."""
        return f"/lettre/{self.key}/"

    @property
    def appears(self) -> date:
        """The day from which it is shown on the site: the week before it goes out."""
        return self.day - timedelta(days=SHOWN_BEFORE)

    @property
    def day(self) -> date:
        """The Thursday it goes out."""
        return self.week.thursday

    @property
    def last_day(self) -> date:
        """The last day of the agenda it tells of."""
        return self.day + timedelta(days=DAYS_AHEAD - 1)


def read_letter(sheet: Sheet, town: Town) -> Letter | None:
    """Return the letter of a sheet, or None without a readable week."""
    common = {**read_common(sheet, town.files), "title": sheet.get(SUBJECT) or ""}
    week = sheet.get(WEEK)
    preheader = sheet.get(PREHEADER) or ""
    if preheader and not 40 <= len(preheader) <= 90:
        sheet.wrong(PREHEADER, Wrong(f"L'accroche a {len(preheader)} signes.", "Écrivez-en entre 40 et 90."))
    rest = {"featured": sheet.get(FEATURED) or (), "hidden": sheet.get(HIDDEN) or (), "number": sheet.get(CARRIED)}
    _check_choices(sheet)
    if common["status"] is not Status.DRAFT:
        _check_editorial(sheet)
    return Letter(**common, **rest, week=week, preheader=preheader) if week else None  # type: ignore[arg-type]  # the fields by name


def _check_choices(sheet: Sheet) -> None:
    """Note what a letter that carries an issue has no use for."""
    if CARRIED.name in sheet.fields:
        for key in (FEATURED, HIDDEN):
            if key.name in sheet.fields:
                sheet.wrong(key, Wrong(f"« {key.name} » ne sert pas dans une lettre qui porte un numéro du Fil.", "Retirez cette ligne."))


def _check_editorial(sheet: Sheet) -> None:
    """Note an editorial that nobody has written."""
    header = sheet.document.header
    if fold(PLACEHOLDER) in fold(header.body):
        lines = (number for number, line in enumerate(header.body.split("\n"), header.body_line) if fold(PLACEHOLDER) in fold(line))
        wrong = Wrong(f"Le mot de la lettre n'est pas écrit : « {PLACEHOLDER} » y est encore.", "Écrivez quelques phrases à la place, ou effacez-la.")
        sheet.note(next(lines, header.body_line), "", wrong)
