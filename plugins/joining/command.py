"""`inv subscribers.mailbox`, told in French."""

from __future__ import annotations

from collections.abc import Iterator

from plugins.joining.house import Setup, read_setup
from plugins.joining.imap import MailboxError
from plugins.joining.processing import Told, process
from plugins.joining.relay import Unreachable
from plugins.joining.wording import spaced
from plugins.lock import BusyError
from plugins.model.problem import Wrong
from plugins.model.text import plural
from plugins.subscribers.fault import Fault
from plugins.subscribers.office import Office
from plugins.subscribers.store import faults


def process_mailbox(office: Office) -> None:
    """Deal with all that came in and say how much it was. Raise Wrong, or Fault."""
    setup = read_setup(office.settings, office.root, office.environment)
    _check(setup)
    try:
        with faults(setup.store):
            told = process(setup, office.now)
    except MailboxError as error:
        raise Fault(spaced(f"La boîte aux lettres ne répond pas : {error}. Rien n'est perdu ; relancez plus tard.")) from error
    except Unreachable as error:
        raise Fault(spaced(f"Le courrier est relevé, mais le relais refuse nos réponses : {error}. Elles attendent la prochaine fois.")) from error
    except BusyError as error:
        raise Fault("La boîte aux lettres est déjà en train d'être relevée.") from error
    office.say(spaced(f"{', '.join(_parts(told))}."))


def _parts(told: Told) -> Iterator[str]:
    """Yield what a run did, without anybody's name."""
    mails = told.done + told.to_read
    yield plural(mails, "courriel relevé", "courriels relevés")
    if told.to_read:
        yield f"dont {told.to_read} à lire vous-même (dossier « À lire »)"
    if told.requests:
        yield plural(told.requests, "demande reçue par le site", "demandes reçues par le site")
    if told.sent:
        yield plural(told.sent, "réponse envoyée", "réponses envoyées")
    if told.erased:
        yield plural(told.erased, "demande sans suite effacée", "demandes sans suite effacées")


def _check(setup: Setup) -> None:
    if setup.sending.mailbox is None and setup.spool is None:
        raise Wrong("Aucune boîte aux lettres à relever.", "Donnez « mailbox » dans SENDING (pelicanconf.py), ou la variable SPOOL.")
    if setup.sending.mailbox and not setup.imap.password:
        raise Wrong("Il manque IMAP_USER et IMAP_PASSWORD.", "Écrivez-les dans « prive/secrets.env ».")
