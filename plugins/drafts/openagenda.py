"""An export of OpenAgenda (developers.openagenda.com, structure of an event) as events found."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from datetime import datetime, timedelta
from typing import Any

from markdown import markdown

from plugins.drafts.context import Context
from plugins.drafts.details import UNTITLED, Details, put_link, put_place, put_terms, put_value
from plugins.drafts.draft import Found, one_line
from plugins.drafts.markdown import from_text
from plugins.drafts.rich_text import from_html, without_entities
from plugins.drafts.times import Times, shared_length
from plugins.model.entry import SUMMARY
from plugins.model.event import AGE, BOOKING, PRICE
from plugins.model.kinds import items
from plugins.model.occurrence import Occurrence
from plugins.model.place import ACCESS
from plugins.model.problem import Wrong
from plugins.model.standing import STATE
from plugins.model.words import when_words

Record = Mapping[str, Any]
"""One event as JSON has it: what it holds differs by the age and the options of the export."""
_STATES = {4: "reporté sans date", 5: "complet", 6: "annulé"}
_MOVED = {2: "reprogrammé", 3: "déplacé en ligne"}
_ACCESS = {
    "mi": "handicap moteur", "hi": "handicap auditif", "vi": "handicap visuel", "pi": "handicap psychique", "ii": "handicap intellectuel",
    "sl": "langue des signes",
}  # fmt: skip
_BAD = ("Ce fichier n'est pas un export d'OpenAgenda.", "Exportez de nouveau l'agenda au format JSON, événements entiers.")


def read_openagenda(data: bytes) -> list[Record]:
    """Return the events of an export. Raise Wrong."""
    try:
        found = json.loads(data.decode("utf-8-sig"))
    except (ValueError, RecursionError):
        raise Wrong(*_BAD) from None
    for name in ("events", "data", "results"):
        found = found.get(name, found) if isinstance(found, dict) else found
    if not isinstance(found, list):
        raise Wrong(*_BAD)
    return [record for record in found if isinstance(record, dict)]


def uid_of(record: Record) -> str:
    """Return the name OpenAgenda gives an event, empty when it has none."""
    return one_line(str(record.get("uid") or record.get("slug") or ""))


def found_in_record(name: str, uid: str, record: Record, context: Context) -> Found:
    """Return one event of an export as our header wants it."""
    title = one_line(without_entities(_text(record, "title"))) or UNTITLED
    found = Details(f"{name} : {title}")
    found.fields.append((SUMMARY.name, one_line(without_entities(_text(record, "description")))))
    _put_where(found, record, context)
    put_terms(found, "keywords", _words(record), context.terms)
    _put_practical(found, record)
    found.paragraphs.append(_body(record))
    for key, words in (("canonicalUrl", "En savoir plus"), ("onlineAccessLink", "À distance"), ("image", "Image")):
        put_link(found, key, words, _address(record.get(key)))
    times = _times(found, list(_slots(record, context)))
    return Found(found.source, uid, title, times, found.header, found.body, tuple(found.problems))


def _text(record: Record, name: str) -> str:
    """Return a text, in French where there are several languages."""
    value = record.get(name, record.get(f"{name}_fr"))
    if isinstance(value, dict):
        value = value.get("fr") or next(iter(value.values()), "")
    return value if isinstance(value, str) else ""


def _body(record: Record) -> str:
    """Return the long text, which is Markdown of many kinds: through HTML it becomes ours."""
    if html := _text(record, "html"):
        return from_html(html)
    text = _text(record, "longDescription")
    try:
        return from_html(markdown(text))
    except RecursionError:  # a text made to that end
        return from_text(text)


def _words(record: Record) -> list[str]:
    value = record.get("keywords", record.get("keywords_fr"))
    value = value.get("fr") if isinstance(value, dict) else value
    if isinstance(value, str):
        return list(items(value))
    return [word for word in value if isinstance(word, str)] if isinstance(value, list) else []


def _put_where(found: Details, record: Record, context: Context) -> None:
    where = record.get("location")
    if not isinstance(where, dict):
        where = {name: record.get(f"location_{name}", "") for name in ("name", "address", "postalcode", "city")}
    name, address = (str(where.get(part) or "") for part in ("name", "address"))
    town = f"{where.get('postalCode') or where.get('postalcode') or ''} {where.get('city') or ''}".strip()
    parts = [name, address] if town and town.split()[-1] in address else [name, address, town]
    put_place(found, "location", context.places.find(name) or ", ".join(filter(None, parts)), context.places)


def _put_practical(found: Details, record: Record) -> None:
    """Take price, booking, age, access and state."""
    put_value(found, PRICE, _text(record, "conditions"), "Tarif")
    ways = record.get("registration")
    said = [str(way.get("value", "")) if isinstance(way, dict) else str(way) for way in ways] if isinstance(ways, list) else []
    put_value(found, BOOKING, ", ".join(filter(None, said)), "Inscription")
    found.fields.append((AGE.name, _age(record.get("age"))))
    access = record.get("accessibility")
    held = [words for key, words in _ACCESS.items() if isinstance(access, dict) and access.get(key)]
    found.fields.append((ACCESS.name, ", ".join(held)))
    status = record.get("status")
    status = status.get("id") if isinstance(status, dict) else status
    if not isinstance(status, int):
        return
    if status in _STATES:
        found.fields.append((STATE.name, _STATES[status]))
    elif status in _MOVED:
        found.tell("status", f"OpenAgenda dit que cet événement est {_MOVED[status]}.", "Dites-le dans le texte du brouillon.")


def _age(age: object) -> str:
    first, last = (age.get(name) for name in ("min", "max")) if isinstance(age, dict) else (None, None)
    if first and last:
        return f"de {first} à {last} ans"
    return f"dès {first} ans" if first else f"jusqu'à {last} ans" if last else ""


def _address(value: object) -> str:
    if isinstance(value, dict):
        return f"{value.get('base') or ''}{value.get('filename') or ''}"
    return value if isinstance(value, str) else ""


def _slots(record: Record, context: Context) -> Iterator[tuple[datetime, datetime | None]]:
    """Yield start and end of each date on the town's clock; what cannot be read is left out."""
    slots = record.get("timings")
    try:
        slots = json.loads(slots) if isinstance(slots, str) else slots
    except ValueError:
        return
    for slot in slots if isinstance(slots, list) else ():
        if isinstance(slot, dict) and (start := _moment(slot.get("begin", slot.get("start")), context)):
            yield start, _moment(slot.get("end"), context)


def _moment(value: object, context: Context) -> datetime | None:
    try:
        found = datetime.fromisoformat(str(value))
    except ValueError:
        return None
    zone = context.town.zone
    return (found.astimezone(zone) if found.tzinfo else found).replace(tzinfo=None, second=0, microsecond=0)


def _times(found: Details, slots: list[tuple[datetime, datetime | None]]) -> Times | None:
    """Return the dates; where they do not all last as long, their ends are told in the text, for a wrong one is worse than none."""
    if not slots:
        found.tell("timings", "Aucune date ne se lit.", "Vérifiez l'export.")
        return None
    slots.sort(key=lambda slot: slot[0])
    lengths = [end - start if end and end > start else None for start, end in slots]
    length = shared_length(lengths)
    if length is None and any(lengths):
        found.paragraphs.append("\n".join(f"- {when_words(Occurrence(start, end))}" for start, end in slots))
        found.tell("timings", "Les dates ne durent pas toutes autant : les heures de fin sont dans le texte.", "Vérifiez-les.")
    first, *rest = dict.fromkeys(start for start, _ in slots)
    return Times(all_day=False, regular=(first,), length=length if length != timedelta() else None, extra=tuple(rest))
