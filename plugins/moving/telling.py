"""What is told of a feed: what was not taken, why, and what to do."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from plugins.drafts.draft import told
from plugins.model.chapter import Chapter
from plugins.model.problem import Problem, Severity
from plugins.model.site import Show
from plugins.model.text import plural
from plugins.model.transcript import TRANSCRIPTS
from plugins.moving.arrival import end_of
from plugins.moving.item import Feed, Item
from plugins.studio.sidecar import Sidecar

_NAMES = {
    "itunes:image": "Les images des émissions ne sont pas reprises : elles restent chez l'ancien hébergeur.",
    "itunes:explicit": "Des émissions sont marquées « explicite » : nos textes n'ont pas de place pour cela.",
    "itunes:block": "Des émissions sont cachées des annuaires : ici, elles seront montrées.",
    "podcast:location": "Les lieux des émissions ne sont pas repris.",
}


def unusable(source: str, item: Item, *, is_double: bool) -> Problem | None:
    """Return why no episode can be made of an item, None when one can."""
    name = f"{source} : {item.title}"
    if is_double:
        return told(name, "guid", "Deux émissions du flux ont la même identité : celle-ci n'est pas reprise.", "Vérifiez qu'il n'y manque rien.")
    if not item.url:
        return told(name, "enclosure", "Cette publication n'a pas de son : elle n'est pas reprise.", "Faites-en une actualité s'il le faut.")
    if item.published is None:
        return told(
            name, "pubDate", "Sa date ne se lit pas : cette émission n'est pas reprise.", "Corrigez-la dans le fichier du flux.", Severity.ERROR
        )
    if not end_of(item):
        what = f"Les applications de podcast ne prennent pas ce format ({item.mime or 'inconnu'}) : cette émission n'est pas reprise."
        return told(name, "enclosure", what, "Passez son fichier par « inv podcast.add ».", Severity.ERROR)
    return None


def of_recording(source: str, item: Item, copied: Path | None, sidecar: Sidecar | None) -> Iterator[Problem]:
    """Yield what is to be said of an episode's recording; without a sidecar there is none."""
    if sidecar is None:
        yield told(source, "itunes:duration", "Personne ne dit combien de temps elle dure : cette émission n'est pas reprise.",
                   "Donnez son fichier avec --audio.", Severity.ERROR)  # fmt: skip
    elif copied and item.size > 1 and sidecar.bytes != item.size:
        what = f"« {copied.name} » pèse {sidecar.bytes} octets, le flux en dit {item.size} : c'est le fichier qui est repris."
        yield told(source, "enclosure", what, "Vérifiez que c'est le bon.")
    elif sidecar.url and item.size <= 1:
        yield told(source, "enclosure", "Le flux ne dit pas le poids du son, qui reste chez l'ancien hébergeur.", "Donnez son fichier avec --audio.")
    if sidecar and sidecar.url.startswith("http:"):
        yield told(source, "enclosure", "Le son est à une adresse sans « https », que des applications refusent.", "Donnez son fichier avec --audio.")


def of_item(source: str, item: Item, chapters: tuple[Chapter, ...] | None) -> Iterator[Problem]:
    """Yield what of an episode stays elsewhere; `chapters` is None when the feed names a file of chapters that is not at hand."""
    for url in item.transcripts:
        yield told(source, "podcast:transcript", f"Sa transcription est à l'adresse {url}.",
                   f"Enregistrez-la dans content/{TRANSCRIPTS}, puis ajoutez « transcription » au texte.")  # fmt: skip
    if chapters is None and not item.chapters:
        yield told(source, "podcast:chapters", f"Ses chapitres sont à l'adresse {item.chapters_url}.",
                   "Enregistrez ce fichier à côté du flux, puis relancez la même commande.")  # fmt: skip
    if item.guid == item.url:
        yield told(
            source, "guid", "Le flux ne lui donne pas d'identité : elle prend l'adresse de son fichier, comme font les applications.", "Rien à faire."
        )


def of_feed(source: str, show: Show, feed: Feed) -> Iterator[Problem]:
    """Yield what is to be said of the whole feed."""
    if feed.guid and feed.guid != show.guid:
        yield told(source, "podcast:guid", f"L'ancien flux a pour identité {feed.guid}, et SHOW dit {show.guid}.",
                   "Mettez celle de l'ancien flux dans pelicanconf.py avant de publier : les annuaires reconnaîtront l'émission.")  # fmt: skip
    if feed.is_locked:
        yield told(
            source, "podcast:locked", "L'ancien hébergeur a verrouillé le podcast.", "Déverrouillez-le chez lui avant de donner la nouvelle adresse."
        )
    if feed.next_page:
        yield told(source, "atom:link", f"Ce flux n'est qu'une partie : la suite est à l'adresse {feed.next_page}.",
                   "Enregistrez-la aussi, et reprenez-la de la même manière.", Severity.ERROR)  # fmt: skip
    counts = Counter(name for item in feed.items for name in item.others)
    for name, count in sorted(counts.items()):
        what = _NAMES.get(name, f"« {name} » n'a pas de place dans nos textes.")
        yield told(source, name, f"{what} ({plural(count, 'émission')})", "Ajoutez-le à la main s'il le faut.")
