"""`inv subscribers.backup` and `inv subscribers.restored`: the file itself, copied and put back."""

from __future__ import annotations

from contextlib import closing

from plugins.model.problem import Wrong
from plugins.model.text import plural
from plugins.subscribers.fault import StoreError
from plugins.subscribers.office import GOOD, Office
from plugins.subscribers.places import private
from plugins.subscribers.restoring import hold_back
from plugins.subscribers.store import back_up, faults, is_sound, open_store


def backup(office: Office, file: str) -> int:
    """Write a copy, while others may be at work."""
    path = private(office.root, file)
    if path.exists():
        raise Wrong(f"« {file} » existe déjà.", "Choisissez un autre nom, par exemple avec la date.")
    with office.store() as connection:
        if not is_sound(connection):
            raise StoreError(f"La base « {office.path} » est abîmée : elle n'est pas copiée. Reprenez la dernière sauvegarde.")
        back_up(connection, office.path, path)
    office.say(f"Sauvegarde écrite dans « {file} ». Elle contient des adresses : gardez-la à l'abri, et effacez les anciennes.")
    return GOOD


def restored(office: Office) -> int:
    """Go on with a copy that was put back: hold back what may have gone out since, and say what must be done again."""
    with faults(office.path), closing(open_store(office.path, is_restored=True)) as connection:
        if not is_sound(connection):
            raise StoreError(f"La base « {office.path} » est abîmée : essayez une autre sauvegarde.")
        held = hold_back(connection)
    office.say("La base est reprise telle qu'elle était le jour de la sauvegarde.")
    if held:
        office.say(
            f"{plural(held, 'message')} qui restaient à envoyer ce jour-là sont mis de côté, comme incertains : « inv newsletter.status » les nomme."
        )
    office.say("Désabonnez et effacez de nouveau les personnes qui l'ont demandé depuis : leurs mails sont dans le dossier « Traité » de la boîte.")
    office.say("N'envoyez pas une lettre qui est partie depuis : la base ne le sait plus.")
    return GOOD
