"""The commands: `inv --list` shows them, `inv --help build` explains one."""

from __future__ import annotations

import gc
import sys
import threading
from contextlib import suppress
from pathlib import Path
from urllib.parse import urlsplit

from invoke.collection import Collection
from invoke.context import Context
from invoke.exceptions import Exit
from invoke.tasks import task

ROOT = Path(__file__).parent
sys.path.insert(0, str(ROOT))

from plugins.joining.tasks import mailbox  # noqa: E402  # as below
from plugins.sending.tasks import newsletter_pause, newsletter_resume, newsletter_send, newsletter_status, newsletter_test  # noqa: E402  # as below
from plugins.subscribers.tasks import handover, subscribers  # noqa: E402  # once the path is set

CONF = ROOT / "pelicanconf.py"
PUBLIC_CONF = ROOT / "publishconf.py"


def _finish(status: int) -> None:
    if status:
        raise Exit(code=status)


def _run_pelican(conf: Path, **settings: object) -> None:
    gc.disable()  # what is imported stays: looking for garbage among it takes a seventh of the start
    from plugins.build.command import run_pelican

    _finish(run_pelican(conf, **settings))


@task
def build(_: Context) -> None:
    """Construit le site dans output/, ou dit tout ce qui est à corriger."""
    _run_pelican(CONF)


@task
def check(_: Context) -> None:
    """Vérifie tout le contenu sans rien construire."""
    _run_pelican(CONF, CHECK_ONLY=True)


@task
def publish(_: Context) -> None:
    """Construit le site tel que le public le verra, dans output/."""
    _run_pelican(PUBLIC_CONF)


@task(help={"port": "Le port de l'aperçu (8000 si rien n'est dit)."})
def serve(_: Context, port: int = 8000) -> None:
    """Montre le site avec ses brouillons, et le refait à chaque changement."""
    from pelican.log import console
    from pelican.settings import read_settings

    from plugins.build.report import say
    from plugins.build.run import FAULT
    from plugins.preview.server import serve as start
    from plugins.preview.session import Session
    from plugins.preview.watching import changes

    settings = read_settings(str(CONF))
    public = ROOT / "build" / "apercu"
    places = {"OUTPUT_PATH": str(public), "BUILD_PATH": str(ROOT / "build" / "coulisses")}
    session = Session(CONF, DRAFTS=True, SEARCH=False, HEADER_FILES=("netlify",), **places)
    try:
        server = start(public, port, urlsplit(settings["SITEURL"]).path.rstrip("/"))
    except OSError:
        say(console, f"Le port {port} est pris : essayez « inv serve --port {port + 1} ».")
        raise Exit(code=FAULT) from None
    threading.Thread(target=server.serve_forever, daemon=True).start()
    with suppress(KeyboardInterrupt):
        noticed = changes((Path(settings["PATH"]), Path(settings["THEME"])), CONF)
        next(noticed)
        session.build()
        say(console, f"Aperçu : http://127.0.0.1:{port}/ — Ctrl+C pour arrêter.")
        for paths in filter(None, noticed):
            session.update(paths)
            session.rest()
    server.shutdown()
    server.server_close()
    session.close()
    say(console, "\nAperçu arrêté.")


@task(
    help={
        "type": "Ce que vous voulez écrire : événement, actualité, article du Fil, émission, page…",
        "title": "Le titre.",
        "key": "Une ligne de l'en-tête, par exemple « debut: 28/11/2026 14h » ; autant de fois qu'il faut.",
        "from": "Un agenda à reprendre : fichier .ics, .csv, .ods, export .json d'OpenAgenda, ou dossier de ces fichiers.",
    },
    iterable=["key"],
)
def new(_: Context, key: list[str], type_: str = "", title: str = "", from_: str = "") -> None:
    """Commence un texte en brouillon, ou reprend les événements d'un autre agenda."""
    from pelican.log import console
    from pelican.settings import read_settings

    from plugins.drafts.command import new as start
    from plugins.drafts.starting import Wish

    wish = Wish(type_, title, tuple(key), may_ask=sys.stdin.isatty())
    _finish(start(read_settings(str(CONF)), Path(from_) if from_ else None, wish, console))


@task
def guide(_: Context) -> None:
    """Remet à jour les tableaux de clés du guide."""
    from plugins.build.folders import write
    from plugins.guide.tables import with_tables

    path = ROOT / "docs" / "guide-redaction.md"
    write(path, with_tables(path.read_text("utf-8")).encode())


@task(help={"years": "Années de contenu, séparées par des virgules (1,10 si rien n'est dit).", "sending": "Mesure l'envoi de la lettre à la place."})
def bench(_: Context, years: str = "1,10", sending: bool = False) -> None:
    """Mesure la construction sur un contenu inventé, toujours le même, ou l'envoi à des lecteurs inventés."""
    from bench.measure import main
    from bench.sending.measure import main as measure_sending

    if sending:
        measure_sending()
    else:
        main([int(year) for year in years.split(",")])


@task
def audit(_: Context) -> None:
    """Juge le site comme un moteur de recherche, un vérificateur et un téléphone lent, et écrit ce qu'il trouve."""
    from pelican.log import console

    from audit.command import main

    _finish(main(ROOT, console))


@task(
    name="add",
    positional=["file"],
    help={
        "file": "L'enregistrement, dans n'importe quel format de son.",
        "title": "Le titre de l'émission.",
        "guests": "Les invités, séparés par des virgules.",
        "chapters": "Les chapitres : « 00:00:00 Ouverture; 00:12:30 Titre ».",
        "stereo": "Garde les deux côtés, pour une émission de musique ; la parole tient en un seul.",
    },
)
def podcast_add(_: Context, file: str, title: str = "", guests: str = "", chapters: str = "", stereo: bool = False) -> None:
    """Prépare un enregistrement : niveau, MP3, étiquettes, brouillon ; ou remet ses étiquettes à jour."""
    from pelican.log import console
    from pelican.settings import read_settings

    from plugins.build.command import guarded
    from plugins.studio.command import Wish, add

    wish = Wish(file, title, guests, chapters, stereo)
    ask = input if sys.stdin.isatty() else None
    _finish(guarded(CONF, lambda: sys.exit(add(read_settings(str(CONF)), console, ask, wish))))


@task(
    name="import",
    positional=["feed"],
    help={
        "feed": "Le flux RSS de l'ancien hébergeur, enregistré dans un fichier.",
        "audio": "Le dossier des sons, si vous les avez ; sinon ils restent chez l'ancien hébergeur.",
    },
)
def podcast_import(_: Context, feed: str, audio: str = "") -> None:
    """Reprend les émissions d'un podcast qui vit ailleurs, avec leurs identités."""
    from pelican.log import console
    from pelican.settings import read_settings

    from plugins.build.command import guarded
    from plugins.moving.command import bring_in

    _finish(guarded(CONF, lambda: sys.exit(bring_in(read_settings(str(CONF)), console, feed, audio))))


@task(name="credits", help={"du": "Le premier jour, par exemple 01/10/2026.", "au": "Le dernier jour."})
def podcast_credits(_: Context, du: str, au: str) -> None:
    """Écrit la liste des musiques passées à l'antenne, pour la déclaration des droits."""
    from pelican.log import console
    from pelican.settings import read_settings

    from plugins.credits.command import credits_between

    _finish(credits_between(read_settings(str(CONF)), ROOT / "build", console, du, au))


@task(name="new")
def newsletter_new(_: Context) -> None:
    """Commence la prochaine lettre, en brouillon, d'après ce qui est dans l'agenda."""
    from pelican.log import console
    from pelican.settings import read_settings

    from plugins.build.command import guarded
    from plugins.desk.starting import start

    _finish(guarded(CONF, lambda: sys.exit(start(read_settings(str(CONF)), console))))


@task(name="build", help={"semaine": "La lettre dont on veut les détails, par exemple 2026-s49 ; toutes si rien n'est dit."})
def newsletter_build(_: Context, semaine: str = "") -> None:
    """Construit le site et ses lettres, et dit où elles sont."""
    from pelican.log import console
    from pelican.settings import read_settings

    from plugins.build.command import guarded, run_pelican
    from plugins.desk.building import build as build_letters

    _finish(guarded(CONF, lambda: sys.exit(build_letters(read_settings(str(CONF)), console, lambda: run_pelican(CONF), semaine))))


@task(
    name="preview",
    help={"semaine": "La lettre à regarder, par exemple 2026-s49 ; la dernière si rien n'est dit.", "sans_ouvrir": "N'ouvre pas le navigateur."},
)
def newsletter_preview(_: Context, semaine: str = "", sans_ouvrir: bool = False) -> None:
    """Montre une lettre, brouillon ou non, comme les messageries la montreront."""
    import webbrowser

    from pelican.log import console
    from pelican.settings import read_settings

    from plugins.build.command import guarded
    from plugins.desk.previewing import preview

    show = None if sans_ouvrir else webbrowser.open
    _finish(guarded(CONF, lambda: sys.exit(preview(read_settings(str(CONF)), console, show, semaine))))


@task
def test(c: Context) -> None:
    """Vérifie le code et le site : style, types, tests."""
    c.run(f"{sys.executable} -m ruff check .")
    c.run(f"{sys.executable} -m ruff format --check .")
    c.run(f"{sys.executable} -m mypy")
    c.run(f"{sys.executable} -m pytest -n 2")


podcast = Collection("podcast", podcast_add, podcast_import, podcast_credits)
sending = (newsletter_test, newsletter_send, newsletter_status, newsletter_pause, newsletter_resume)
newsletter = Collection("newsletter", newsletter_new, newsletter_build, newsletter_preview, *sending, handover)
subscribers.add_task(mailbox)  # type: ignore[arg-type]  # as Collection takes it
namespace = Collection(build, check, publish, serve, new, guide, bench, audit, test, podcast, newsletter, subscribers)
