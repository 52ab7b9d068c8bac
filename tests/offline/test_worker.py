"""The service worker: what it is made of, and what it leaves alone."""

from __future__ import annotations

import gzip
import json
import subprocess
from collections.abc import Mapping
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from msgspec.structs import replace

from plugins.build.output import Output
from plugins.model.site import Identity
from plugins.offline.outputs import outputs, worker
from plugins.offline.plugin import _declare
from plugins.offline.worker import ASSETS
from tests.pages.sites import full_site
from tests.towns import IDENTITY

SCRIPT = (Path(__file__).parents[2] / "plugins/offline/worker.js").read_text("utf-8")
RUN = Path(__file__).with_name("asked.mjs")
SITE = "https://villeneuve.example"
JOINING = replace(IDENTITY, url=f"{SITE}/centre", joining=f"{SITE}/centre/inscriptions/")


def bytes_as_given(content: bytes) -> bytes:
    """Return what a file holds."""
    return content


def files(sheet: bytes = b"p{}", *paths: str) -> dict[str, Output]:
    """Return the files of a theme by path, one of which is not kept."""
    return {path: Output(path, bytes_as_given, {"content": sheet}) for path in paths or (*ASSETS, "theme/agenda.js")}


def text(identity: Identity = IDENTITY, assets: Mapping[str, Output] | None = None) -> str:
    """Return the worker of a town."""
    made = worker(SCRIPT, identity, files() if assets is None else assets).render().content
    assert isinstance(made, bytes)
    return made.decode()


def handled(identity: Identity, *requests: dict[str, Any]) -> list[str]:
    """Return what the worker does with some requests, one after the other while the network is away: `page`, `kept`, `network` or `nothing`."""
    scope = f"{identity.url}/"
    done = subprocess.run(
        ["node", str(RUN), scope], input=json.dumps([text(identity), requests]), capture_output=True, text=True, check=True, timeout=60
    )
    found: list[str] = json.loads(done.stdout)
    return found


def visit(address: str, **given: str) -> dict[str, Any]:
    """Return somebody's request for a page."""
    return {"url": SITE + address, "method": "GET", "mode": "navigate", **given}


def part(address: str, **given: str) -> dict[str, Any]:
    """Return a page's request for a part of it."""
    return {"url": SITE + address, "method": "GET", "mode": "no-cors", **given}


def test_another_day_is_no_other_worker() -> None:
    """The worker's bytes stay when only the agenda changes, and differ when what the page is shown with does."""
    assert text() == text()
    assert text(assets=files(b"p{color:red}")) != text()


def test_it_keeps_what_the_theme_has() -> None:
    """A theme without some of the files still has a worker, which keeps the others."""
    assert '"theme/site.css"' in text()
    assert "theme/agenda.js" not in text()
    assert 'ASSETS = ["theme/site.css"]' in text(assets=files(b"p{}", "theme/site.css"))


def test_it_is_small() -> None:
    """It weighs less than three kilobytes on the line."""
    assert len(gzip.compress(text().encode(), 9)) < 3000


def test_what_is_declared() -> None:
    """The room publishes a manifest and humans.txt, whole in what they are given."""
    assert {output.path for output in outputs(full_site())} == {"manifest.webmanifest", "humans.txt"}


def test_a_preview_has_no_worker() -> None:
    """A preview has a manifest as the site has, and nothing that would answer for its port later on."""
    for drafts, is_there in ((True, False), (False, True)):
        generator = SimpleNamespace(site=full_site(), settings={"DRAFTS": drafts}, declared=files())
        assert ("sw.js" in {output.path for output in _declare(generator)}) is is_there  # type: ignore[arg-type]  # what is asked of it


def test_pages_get_the_kept_one_without_a_network() -> None:
    """Any page of the site does, whatever its query; then the files that it is shown with do too."""
    asked = [visit("/"), visit("/agenda/?maison=pont"), visit("/rien"), part("/theme/site.css"), part("/theme/fil.svg")]
    assert handled(IDENTITY, *asked) == ["page", "page", "page", "kept", "kept"]


@pytest.mark.parametrize(
    "request_",
    [
        part("/theme/agenda.js"),
        part("/la-bobine/audio/2026-10-01.mp3", range="bytes=0-"),
        part("/images/soupe.jpg"),
        {"url": "https://ailleurs.example/theme/site.css", "method": "GET", "mode": "no-cors"},
        visit("/lettre/s-abonner/inscription", method="POST"),
        visit("/agenda/", method="POST"),
        part("/theme/site.css", method="HEAD"),
    ],
)
def test_the_rest_is_left_alone(request_: dict[str, Any]) -> None:
    """Parts of recordings, forms, other hosts, pictures and scripts go their way, also while there is no network."""
    assert handled(IDENTITY, visit("/"), request_) == ["page", "nothing"]


@pytest.mark.parametrize("address", ["/agenda.ics", "/la-bobine/audio/2026-10-01.mp3", "/lettre/s-abonner/", "/agenda/evenements.json"])
def test_what_is_no_page_is_for_the_network_alone(address: str) -> None:
    """A calendar, a recording that is opened, and the page with the form are never answered with the kept page."""
    assert handled(IDENTITY, visit(address)) == ["network"]


def test_a_site_in_a_folder_minds_its_own() -> None:
    """It answers for its folder, not for its neighbours, and not for what takes the form."""
    asked = [
        visit("/centre/agenda/"),
        visit("/autre/agenda/"),
        visit("/centre/inscriptions/confirmer"),
        part("/theme/site.css"),
        part("/centre/theme/site.css"),
    ]
    assert handled(JOINING, *asked) == ["page", "nothing", "network", "nothing", "kept"]


def test_the_form_of_another_host_is_not_its_business() -> None:
    """Only addresses of this site can be set apart."""
    assert 'APART = ["lettre/s-abonner/"]' in text(replace(IDENTITY, joining="https://lettre.example/"))
    assert 'APART = ["lettre/s-abonner/"]' in text(replace(IDENTITY, joining=f"{SITE}/"))
