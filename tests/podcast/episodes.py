"""A show of three episodes: one plain, one with everything, one yet to be broadcast."""

from __future__ import annotations

from datetime import time
from pathlib import Path

from msgspec.structs import replace

from plugins.build.output import Output
from plugins.model.live import Live
from plugins.model.place import Term
from plugins.model.site import Site
from plugins.podcast.outputs import outputs
from tests.towns import FILES, IDENTITY, SHOW, read_site

CONTENT = Path("content")
PLAIN = """---
titre: Le temps qui circule
numero: 2
saison: 2026-2027
diffusion: 08/10/2026 18h
audio: 2026-10-08.mp3
---
"""
FULL = """---
titre: La pelote & les <aiguilles>
numero: 1
saison: 2026-2027
diffusion: 01/10/2026 18h
resume: Rock de cave, cahiers « à moitié vides » & peur de la cagette.
audio: 2026-10-01.mp3
image: images/pochette.jpg
image-alt: La pochette
chapitres:
  00:00:00 Ouverture
  00:12:30 Rock & cave
  00:50:00 Agenda
invites: Le conseil citoyen, La chorale
equipe: Le comité de rédaction
musiques: La valse – La chorale (Trad. ; Autoproduit ; 3:45)
transcription: 2026-10-01.vtt
extrait: 00:12:30 45 s
---
"""
TO_COME = """---
titre: Pas encore
numero: 3
saison: 2026-2027
diffusion: 03/12/2026 18h
audio: 2026-12-03.mp3
---
"""
TEXTS = {
    "bobine/2026-2027/2026-10-01-pelote.md": FULL,
    "bobine/2026-2027/2026-10-08-temps.md": PLAIN,
    "bobine/2026-2027/2026-12-03-pas-encore.md": TO_COME,
}


COVER = FILES["images/pochette.jpg"]
LIVE = Live(time(18), time(18, 55), 10, 7, "https://radio.example/direct.mp3")
FULL_SHOW = replace(
    SHOW,
    live=LIVE,
    chronicles=(Term("rock", "Rock & cave"),),
    hosts=("Le comité de rédaction",),
    funding=(("https://villeneuve.example/adherer/", "Adhérer à une maison"),),
    location="Villeneuve, Drôme",
    geo="45.0464, 5.0517",
    license="cc-by-nc-sa-4.0",
)
"""A show that says all it can."""


def show_site() -> Site:
    """Return the site of the show, which says all it can."""
    return read_site(TEXTS, replace(IDENTITY, show=FULL_SHOW))


def files(site: Site) -> list[Output]:
    """Return each file of a site's podcast, declared."""
    return [output for thing in outputs(site, CONTENT) for output in thing.outputs]
