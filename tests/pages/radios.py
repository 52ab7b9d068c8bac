"""A radio programme for the tests: two episodes with chapters, one with everything."""

from __future__ import annotations

from datetime import date, time

from msgspec.structs import replace

from plugins.model.live import Live
from plugins.model.place import Term
from plugins.model.radio import Episode
from plugins.model.site import Site
from plugins.model.transcript import Transcript
from tests.pages.sites import article, event
from tests.towns import IDENTITY, SHOW, TODAY, read_site

LIVE = Live(time(18), time(18, 55), 10, 7)
CHRONICLES = (Term("poubelle-cherie", "Poubelle Chérie"), Term("rock", "Rock"), Term("jeu", "Jeu"))
FULL = """---
titre: Onde
numero: 1
saison: 2026-2027
diffusion: 01/10/2026 18h
resume: On parle.
audio: 2026-10-01.mp3
chapitres:
  00:00:00 Ouverture
  00:00:20 Poubelle Chérie : les fanes
  00:00:40 Rock : une cave
invites: La chorale
equipe: Le comité de rédaction
musiques:
  00:00:50 La valse – La chorale (Trad. ; Autoproduit ; 3:45)
transcription: 2026-10-01.vtt
parle-de: soupe, haies
---
Notes.
"""
SECOND = """---
titre: Deuxième onde
numero: 2
saison: 2026-2027
diffusion: 08/10/2026 18h
audio: 2026-10-08.mp3
chapitres:
  00:00:00 Ouverture
  00:12:30 Poubelle Chérie : le papier
---
Notes.
"""
TEXTS = {
    "bobine/2026-2027/onde.md": FULL,
    "bobine/2026-2027/deux.md": SECOND,
    "evenements/2026/soupe.md": event("debut: 28/11/2026 10h"),
    "actualites/haies.md": article("Des haies", "01/11/2026"),
}
SPEECH = """WEBVTT

00:00:01.000 --> 00:00:04.000
<v Ana>Bonsoir et bienvenue.

00:00:20.500 --> 00:00:24.000
<v Ana>Des fanes,

00:00:24.000 --> 00:00:28.000
<v Ana>encore des fanes.

00:00:40.000 --> 00:00:50.000
<v Léo>Et du rock !
"""
SECONDS = 60
EPISODE = "/la-bobine/2026-2027/onde/"


def radio(today: date = TODAY, **show: object) -> Site:
    """Return a site with a programme; `show` changes its settings."""
    changed = replace(SHOW, **{"live": LIVE, "chronicles": CHRONICLES, **show})
    site = read_site(TEXTS, replace(IDENTITY, show=changed), today)
    return replace(site, episodes=tuple(map(_short, site.episodes)))


def _short(episode: Episode) -> Episode:
    """Return an episode of a minute, measured, with what is said in it where it has a transcript."""
    recording = replace(episode.enclosure.recording, seconds=SECONDS, size=240_000, peaks=(0, 50, 100))
    transcript = Transcript(episode.transcript.path, SPEECH) if episode.transcript else None
    return replace(episode, enclosure=replace(episode.enclosure, recording=recording), transcript=transcript)
