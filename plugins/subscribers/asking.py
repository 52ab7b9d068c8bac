"""The consent of people who agreed elsewhere, asked for once."""

from __future__ import annotations

from datetime import date

from plugins.model.dates import read_date
from plugins.model.problem import Wrong
from plugins.subscribers.office import Office
from plugins.subscribers.people import Consent

UNKEPT = "non conservé"
"""The wording, when nobody knows it any more."""
_MISSING = Wrong(
    "Il faut dire d'où viennent ces accords, et de quand ils datent.",
    'Ajoutez par exemple « --source "fiches d\'adhésion" --date 15/09/2026 ».',
)


def consent_asked(office: Office, source: str, written: str, wording: str) -> Consent:
    """Return where and when people agreed; what is not said is asked at the terminal. Raise Wrong when nobody is there, or for no past day."""
    if office.ask is None and not (source.strip() and written.strip()):
        raise _MISSING
    source = source.strip() or _answer(office, "D'où vient cet accord (par exemple : fiches d'adhésion de l'accueil) ? ")
    written = written.strip() or _answer(office, "De quel jour date-t-il (par exemple : 15/09/2026) ? ")
    return Consent(_past(written, office.now().astimezone(office.zone).date()).isoformat(), source, wording.strip() or UNKEPT)


def _answer(office: Office, question: str) -> str:
    answer = office.ask(question).strip() if office.ask else ""
    if not answer:
        raise _MISSING
    return answer


def _past(written: str, today: date) -> date:
    day = read_date(written)
    if day > today:
        raise Wrong(f"Le {day:%d/%m/%Y} n'est pas encore passé.", "Donnez le jour où l'accord a été donné.")
    return day
