"""What an event of a calendar file says besides its dates: where, about what, for whom, and its text."""

from __future__ import annotations

from collections.abc import Iterator

from icalendar import Event
from icalendar.prop import vBinary
from msgspec import Struct, field

from plugins.drafts.draft import Fields, one_line, told
from plugins.drafts.markdown import escaped, from_text, linked, safe_address, with_addresses
from plugins.drafts.places import Places, is_address, typed
from plugins.drafts.props import every, first, param, text
from plugins.drafts.rich_text import from_html, is_html, without_entities
from plugins.drafts.terms import Terms
from plugins.model.event import AUDIENCE, PLACE, THEME
from plugins.model.place import HOUSE
from plugins.model.problem import Problem, Wrong
from plugins.model.schema import Key
from plugins.model.standing import STATE
from plugins.model.state import State

UNTITLED = "Rendez-vous sans titre"
_TAKEN = {
    "UID", "SUMMARY", "DESCRIPTION", "X-ALT-DESC", "STYLED-DESCRIPTION", "LOCATION", "CATEGORIES", "STATUS", "URL", "ATTACH", "IMAGE", "CONFERENCE",
    "CONTACT", "ORGANIZER", "DTSTART", "DTEND", "DURATION", "RRULE", "RDATE", "EXDATE", "RECURRENCE-ID",
}  # fmt: skip
_FOR_PROGRAMS = {
    "DTSTAMP", "CREATED", "LAST-MODIFIED", "SEQUENCE", "TRANSP", "PRIORITY", "GEO", "COLOR", "REQUEST-STATUS", "RELATED-TO", "ACKNOWLEDGED", "TZID",
}  # fmt: skip
"""What says nothing to a reader."""
_LINKS = (("URL", "En savoir plus"), ("CONFERENCE", "À distance"), ("X-GOOGLE-CONFERENCE", "À distance"), ("ATTACH", "Document"), ("IMAGE", "Image"))
_WHY = {
    "ATTENDEE": ("Les personnes invitées ne sont pas reprises : leurs noms et adresses restent chez elles.", "Rien à faire."),
    "EXRULE": ("Une règle dit quand l'événement n'a pas lieu : elle n'est pas reprise.", "Ajoutez ces jours à « sauf »."),
}
_PRIVATE = ("Cet événement est marqué comme privé dans l'agenda d'origine.", "Demandez avant de le publier, ou effacez le brouillon.")
_TENTATIVE = ("Cet événement n'est pas confirmé dans l'agenda d'origine.", "Vérifiez qu'il aura lieu avant de publier.")


class Details(Struct):
    """What is taken of one event, and what is not."""

    source: str
    fields: list[tuple[str, str]] = field(default_factory=list)
    paragraphs: list[str] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)

    def tell(self, name: str, what: str, instead: str) -> None:
        """Note something that was not taken."""
        self.problems.append(told(self.source, name, what, instead))

    @property
    def header(self) -> Fields:
        """The keys of the header."""
        return tuple(self.fields)

    @property
    def body(self) -> str:
        """The Markdown."""
        return "\n\n".join(paragraph for paragraph in self.paragraphs if paragraph)


def title_of(event: Event) -> str:
    """Return the title on one line."""
    return one_line(without_entities(text(event, "SUMMARY")))


def details_of(event: Event, source: str, places: Places, terms: Terms) -> Details:
    """Return what an event says besides its dates."""
    found = Details(source)
    if not title_of(event):
        found.tell("SUMMARY", f"L'événement n'a pas de titre : le brouillon s'appelle « {UNTITLED} ».", "Donnez-lui un titre.")
    put_place(found, "LOCATION", without_entities(text(event, "LOCATION")), places)
    _put_organizer(found, event, places)
    words = [str(word) for values in every(event, "CATEGORIES") for word in getattr(values, "cats", [])]
    put_terms(found, "CATEGORIES", words, terms)
    _put_state(found, event)
    found.paragraphs += [_description(event), *_links(event, found), _contact(event)]
    found.problems += _rest(event, source)
    return found


def put_place(found: Details, name: str, written: str, places: Places) -> None:
    """Take where it is: a place of the town, an address, or else a line of the text."""
    if not (where := typed(written)):
        return
    if key := places.find(where):
        found.fields.append((PLACE.name, key))
    elif is_address(where):
        found.fields.append((PLACE.name, where))
    elif address := safe_address(where):
        found.paragraphs.append(f"À distance : {linked('', address)}")
    else:
        found.paragraphs.append(f"Lieu : {escaped(where)}")
        found.tell(name, f"Le lieu « {where} » n'est pas connu et n'a pas d'adresse : il est écrit dans le texte.",
                   "Écrivez « lieu » avec l'adresse, ou créez ce lieu dans content/lieux.")  # fmt: skip


def put_terms(found: Details, name: str, words: list[str], terms: Terms) -> None:
    """Take the themes and publics that the town knows."""
    themes, audiences, unknown = terms.sort(words)
    found.fields += [(THEME.name, ", ".join(themes)), (AUDIENCE.name, ", ".join(audiences))]
    if unknown:
        said = ", ".join(f"« {one_line(word)} »" for word in unknown)
        found.tell(name, f"Ce n'est pas une thématique du site : {said}.", "Choisissez une thématique dans le brouillon.")


def put_value(found: Details, key: Key[object], written: str, label: str) -> None:
    """Take what a key says when our reader understands it, else as a line of the text, so that it is not lost."""
    if not (said := one_line(without_entities(written))):
        return
    try:
        key.kind.read(said, None)
    except Wrong as wrong:
        found.paragraphs.append(f"{label} : {with_addresses(said)}")
        found.tell(key.name, f"{wrong.what} C'est écrit dans le texte.", wrong.instead)
    else:
        found.fields.append((key.name, said))


def put_link(found: Details, name: str, label: str, written: str) -> None:
    """Take a link as a line of the text."""
    if not written:
        return
    if address := safe_address(written):
        found.paragraphs.append(f"{label} : {linked('', address)}")
    else:
        found.tell(name, f"« {label} » : ce n'est pas un lien qu'on puisse publier.", "Ajoutez-le à la main s'il le faut.")


def _put_organizer(found: Details, event: Event, places: Places) -> None:
    """Take who organises when it is one of the houses; anybody else's name and address stay where they are."""
    key = places.find(param(first(event, "ORGANIZER"), "CN"))
    if key in places.houses:
        found.fields.append((HOUSE.name, key))


def _put_state(found: Details, event: Event) -> None:
    status = text(event, "STATUS").upper()
    if status == "CANCELLED" and "RECURRENCE-ID" not in event:
        found.fields.append((STATE.name, State.CANCELLED.value))
    elif status == "TENTATIVE":
        found.tell("STATUS", *_TENTATIVE)
    if text(event, "CLASS").upper() in {"PRIVATE", "CONFIDENTIAL"}:
        found.tell("CLASS", *_PRIVATE)


def _description(event: Event) -> str:
    """Return the text. Many programs write HTML where plain text belongs; what is laid out beside a plain text says the same, better."""
    plain = text(event, "DESCRIPTION")
    rich = text(event, "STYLED-DESCRIPTION") or _unescaped(text(event, "X-ALT-DESC"))
    laid_out = next((said for said in (plain, rich) if is_html(said)), "")
    return from_html(laid_out) or from_text(plain or rich)


def _unescaped(value: str) -> str:
    """Return a text of a property that the library does not know (RFC 5545 §3.3.11)."""
    return value.replace("\\n", "\n").replace("\\N", "\n").replace("\\,", ",").replace("\\;", ";").replace("\\\\", "\\")


def _links(event: Event, found: Details) -> Iterator[str]:
    """Yield the links of an event, each once, those that stand in its text left out."""
    said = text(event, "DESCRIPTION")
    for name, words in _LINKS:
        for value in every(event, name):
            address = "" if isinstance(value, vBinary) else safe_address(str(value))
            if not address:
                found.tell(name, f"« {words} » : ce n'est pas un lien qu'on puisse publier.", "Ajoutez-le à la main s'il le faut.")
            elif str(value) not in said:
                said += f" {value}"
                yield linked(param(value, "FILENAME"), address) if param(value, "FILENAME") else f"{words} : {linked('', address)}"


def _contact(event: Event) -> str:
    contact = one_line(text(event, "CONTACT"))
    return f"Contact : {escaped(contact)}" if contact else ""


def _rest(event: Event, source: str) -> Iterator[Problem]:
    """Yield what is to be said of the properties that have no place in a text of ours."""
    for name in sorted({str(name).upper() for name in event} - _TAKEN - _FOR_PROGRAMS - {"CLASS"}):
        if not name.startswith("X-"):
            what, instead = _WHY.get(name, (f"« {name} » n'a pas de place dans nos textes.", "Ajoutez-le au texte du brouillon s'il le faut."))
            yield told(source, name, what, instead)
