"""`inv podcast.add`: what is said, and how it ends (docs/architecture.md, exit statuses)."""

from __future__ import annotations

import errno
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from msgspec import Struct
from rich.console import Console

from plugins.build.report import say, say_wrong
from plugins.build.run import FAULT, GOOD
from plugins.content_types.config import Config, read_config
from plugins.lock import BusyError
from plugins.model.problem import Wrong
from plugins.model.site import Show
from plugins.model.words import length_words, size_words
from plugins.studio.asking import Ask, read_chapters
from plugins.studio.fault import Fault, disk_full
from plugins.studio.ffmpeg import FfmpegError
from plugins.studio.progress import Steps
from plugins.studio.proposal import Answers
from plugins.studio.source import examine
from plugins.studio.taking import Studio, Taken, take

WRONG_USE = 2


class Wish(Struct, frozen=True):
    """What was typed behind the command."""

    file: str
    title: str = ""
    guests: str = ""
    chapters: str = ""
    stereo: bool = False


def add(settings: Mapping[str, Any], console: Console, ask: Ask | None, wish: Wish) -> int:
    """Take in a recording and return the exit status; `ask` is None when nobody is there to answer."""

    def do() -> None:
        config = read_config(settings)
        studio = Studio(config.content, config.identity, show_of(config), config.today, Steps(console), ask, lambda text: say(console, text))
        source = examine(Path(wish.file).expanduser(), channels=2 if wish.stereo else 1)
        taken = take(studio, source, Answers(wish.title, wish.guests, read_chapters(wish.chapters, source.seconds)))
        for line in told(taken, config.content.name):
            say(console, line)

    return ended(console, do)


def show_of(config: Config) -> Show:
    """Return the town's show. Raise Wrong when it has none."""
    if config.identity.show is None:
        raise Wrong("Ce site n'a pas d'émission.", "Ajoutez SHOW dans pelicanconf.py ; docs/reglages.md dit ce qu'il contient.")
    return config.identity.show


def ended(console: Console, do: Callable[[], None]) -> int:
    """Do something and return the exit status; what stops it is told in two sentences."""
    try:
        do()
    except KeyboardInterrupt:
        say(console, "Arrêté. Rien n'a changé.")
        return FAULT
    except BusyError:
        return _said(console, Fault("Un autre enregistrement est en train d'être préparé.", "Attendez qu'il soit fini, puis relancez."))
    except FfmpegError as error:
        last = (str(error).strip().splitlines() or [""])[-1]
        return _said(console, Fault(f"ffmpeg s'est arrêté : {last}", "Essayez avec un export en WAV, ou montrez ce message à qui s'occupe du site."))
    except OSError as error:
        if error.errno != errno.ENOSPC:
            raise
        return _said(console, disk_full())
    except Wrong as wrong:
        return _said(console, wrong)
    return GOOD


def _said(console: Console, wrong: Wrong) -> int:
    say_wrong(console, wrong)
    return FAULT if isinstance(wrong, Fault) else WRONG_USE


def told(taken: Taken, folder: str) -> tuple[str, ...]:
    """Return what is said of a recording that was taken in."""
    episode, sidecar = taken.episode, taken.sidecar
    name = f"Émission {episode.number} « {episode.title} »" if episode.number else f"« {episode.title} »"
    if not taken.is_changed:
        return (f"{name} : tout est déjà là, rien n'a changé.",)
    facts = ", ".join((length_words(sidecar.seconds), size_words(sidecar.bytes), *_levels(sidecar.lufs, sidecar.true_peak)))
    sound = f"{name} : {folder}/bobine/audio/{episode.audio} ({facts})."
    if not taken.is_new:
        return (sound, "Le son et sa fiche suivent maintenant le texte.")
    return (sound, f"Brouillon : {folder}/{episode.path}.",
            "Complétez-le, retirez « statut: brouillon », puis relancez la même commande : le titre et les chapitres iront dans le son.")  # fmt: skip


def _levels(lufs: float | None, peak: float | None) -> tuple[str, ...]:
    if lufs is None or peak is None:
        return ()
    return tuple(f"{value:.1f} {unit}".replace(".", ",").replace("-", "−") for value, unit in ((lufs, "LUFS"), (peak, "dB de crête")))
