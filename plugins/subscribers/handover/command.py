"""`inv newsletter.handover`: what is given to whom, asked first, and how it ended."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable

from msgspec import Struct

from plugins.model.problem import Wrong
from plugins.model.text import plural
from plugins.newsletter.built import Built, built
from plugins.subscribers.addresses import normalised
from plugins.subscribers.fault import Fault
from plugins.subscribers.handover.announce import Unsure, post
from plugins.subscribers.handover.http import service
from plugins.subscribers.handover.journal import begin_post, check_free, conclude_post, forget_post, note_given
from plugins.subscribers.handover.letter import addressed
from plugins.subscribers.handover.listmonk import give_campaign, give_people
from plugins.subscribers.office import GOOD, Office
from plugins.subscribers.places import read_secrets
from plugins.subscribers.settings import Sending, read_sending

LISTMONK = "listmonk"


class Wish(Struct, frozen=True):
    """What whoever typed the command said."""

    week: str = ""
    """Key of the letter; empty: the newest."""
    listmonk: str = ""
    """Its address."""
    listed: int = 0
    """Number of the list there."""
    announce: str = ""
    """Address of an announce list."""
    sure: bool = False
    """Nothing is asked."""
    again: bool = False
    """Post once more what may have been posted."""


def hand_over(office: Office, wish: Wish) -> int:
    """Give the letter to listmonk or to an announce list; return the exit status."""
    if bool(wish.listmonk) == bool(wish.announce):
        raise Wrong("À qui remettre la lettre ?", "Dites « --listmonk https://… --liste 3 » ou « --annonce lettre@listes.exemple.fr ».")
    sending, problems = read_sending(office.settings)
    if problems:
        raise Wrong(problems[0].what, problems[0].instead)
    letter = built(office.letters, wish.week)
    return _to_listmonk(office, wish, letter, sending) if wish.listmonk else _to_list(office, wish, letter, sending)


def _to_listmonk(office: Office, wish: Wish, letter: Built, sending: Sending) -> int:
    if wish.listed < 1:
        raise Wrong("Il manque le numéro de la liste dans listmonk.", "Ajoutez « --liste 3 » ; listmonk le montre dans « Lists ».")
    secrets = read_secrets(office.root, office.environment)
    taker = service(wish.listmonk, secrets.get("LISTMONK_USER", ""), secrets.get("LISTMONK_TOKEN", ""))
    with office.store() as connection:
        check_free(connection, letter)
        count = connection.execute("SELECT count(*) FROM subscribers WHERE state = 'active'").fetchone()[0]
        _agreed(office, wish, f"Donner à {wish.listmonk} la lettre {letter.key} « {letter.subject} » et {plural(count, 'adresse')} ?")
        given = give_people(connection, taker, wish.listed)
        is_new = give_campaign(taker, wish.listed, letter, sending.leave)
        note_given(connection, letter, LISTMONK, office.now())
    office.say(f"Liste {wish.listed} : {plural(given.added, 'adresse ajoutée', 'adresses ajoutées')}, {plural(given.there, 'déjà là', 'déjà là')}, "
               f"{plural(given.gone, 'retirée')}.")  # fmt: skip
    if given.left_alone:
        office.say(f"{plural(given.left_alone, 'adresse que listmonk connaissait', 'adresses que listmonk connaissait')} hors de cette liste : "
                   "laissées, car elles l'ont peut-être quittée. Ajoutez-les là-bas si vous savez que non.")  # fmt: skip
    office.say(f"La lettre {letter.key} {'est' if is_new else 'était déjà'} dans listmonk, en brouillon : relisez-la et envoyez-la là-bas.")
    return GOOD


def _to_list(office: Office, wish: Wish, letter: Built, sending: Sending) -> int:
    relay, address = sending.relay, normalised(wish.announce)
    if relay is None:
        raise Wrong("SENDING n'a pas de relais.", 'Ajoutez « "relay": "smtp.exemple.fr:587" » dans SENDING ; docs/reglages.md dit comment.')
    if not address.isascii():
        raise Wrong("L'adresse d'une liste s'écrit sans accent.", "Demandez-la à la personne qui tient la liste.")
    secrets = read_secrets(office.root, office.environment)
    _agreed(office, wish, f"Poster la lettre {letter.key} « {letter.subject} » à la liste {address} ?")
    route, message = (sending.envelope or _sender(office), address), addressed(letter.message, address)
    with office.store() as connection:
        begin_post(connection, letter, address, office.now(), again=wish.again)
        reply = _posted(connection, letter, lambda: post(relay, sending, secrets, route, message))
    office.say(f"Postée à la liste {address} ({reply}). C'est elle qui l'envoie à ses abonnés, et qui les inscrit et les désinscrit.")
    return GOOD


def _posted(connection: sqlite3.Connection, letter: Built, do: Callable[[], str]) -> str:
    try:
        reply = do()
    except Unsure:
        conclude_post(connection, letter, "ambiguous", "coupure pendant la remise")
        raise
    except Fault:
        forget_post(connection, letter)
        raise
    conclude_post(connection, letter, "accepted", reply)
    return reply


def _sender(office: Office) -> str:
    letter = office.settings.get("LETTER") or {}
    if not letter.get("sender"):
        raise Wrong("LETTER n'a pas d'expéditeur.", "Ajoutez « sender » dans LETTER, dans pelicanconf.py.")
    return str(letter["sender"])


def _agreed(office: Office, wish: Wish, question: str) -> None:
    """Ask before people's addresses or a letter leave. Raise Wrong when nobody can answer, or the answer is no."""
    if wish.sure:
        return
    if office.ask is None:
        raise Wrong("Personne n'est là pour confirmer.", "Ajoutez « --oui » si c'est voulu.")
    if office.ask(f"{question} (oui/non) ").strip().casefold() not in {"o", "oui"}:
        raise Wrong("Rien n'a été remis.", "Répondez « oui » pour remettre la lettre.")
