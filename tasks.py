"""The commands: `inv --list` shows them, `inv --help build` explains one."""

from __future__ import annotations

import sys
import threading
from contextlib import suppress
from pathlib import Path
from urllib.parse import urlsplit

from invoke.context import Context
from invoke.exceptions import Exit
from invoke.tasks import task

ROOT = Path(__file__).parent
sys.path.insert(0, str(ROOT))
CONF = ROOT / "pelicanconf.py"
PUBLIC_CONF = ROOT / "publishconf.py"


def _finish(status: int) -> None:
    if status:
        raise Exit(code=status)


@task
def build(_: Context) -> None:
    """Construit le site dans output/, ou dit tout ce qui est à corriger."""
    from plugins.build.command import run_pelican

    _finish(run_pelican(CONF))


@task
def check(_: Context) -> None:
    """Vérifie tout le contenu sans rien construire."""
    from plugins.build.command import run_pelican

    _finish(run_pelican(CONF, CHECK_ONLY=True))


@task
def publish(_: Context) -> None:
    """Construit le site tel que le public le verra, dans output/."""
    from plugins.build.command import run_pelican

    _finish(run_pelican(PUBLIC_CONF))


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
    session = Session(CONF, DRAFTS=True, OUTPUT_PATH=str(public), BUILD_PATH=str(ROOT / "build" / "coulisses"))
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


@task
def guide(_: Context) -> None:
    """Remet à jour les tableaux de clés du guide."""
    from plugins.build.folders import write
    from plugins.guide.tables import with_tables

    path = ROOT / "docs" / "guide-redaction.md"
    write(path, with_tables(path.read_text("utf-8")).encode())


@task(help={"years": "Années de contenu, séparées par des virgules (1,10 si rien n'est dit)."})
def bench(_: Context, years: str = "1,10") -> None:
    """Mesure la construction sur un contenu inventé, toujours le même."""
    from bench.measure import main

    main([int(year) for year in years.split(",")])


@task
def test(c: Context) -> None:
    """Vérifie le code et le site : style, types, tests."""
    c.run(f"{sys.executable} -m ruff check .")
    c.run(f"{sys.executable} -m ruff format --check .")
    c.run(f"{sys.executable} -m mypy")
    c.run(f"{sys.executable} -m pytest -n 2")
