"""The files for nginx, which the administrator's own configuration takes in: beside the site, not in it."""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path

from plugins.build.folders import write
from plugins.hosting.nginx import http_block, server_block
from plugins.hosting.rules import Rules


def nginx_files(rules: Rules) -> Mapping[str, bytes]:
    """Return the files by name."""
    return {"http.conf": http_block(rules), "server.conf": server_block(rules)}


def differ(files: Mapping[str, bytes], folder: Path) -> bool:
    """Return whether a folder does not hold these files."""
    return any(not (folder / name).exists() or (folder / name).read_bytes() != content for name, content in files.items())


def put(files: Mapping[str, bytes], folder: Path) -> str:
    """Write the files, and return the sentence that says where they are."""
    for name, content in files.items():
        write(folder / name, content)
    return f"Les en-têtes pour nginx ont changé : ils sont dans {os.path.relpath(folder)}/ (rechargez nginx ; docs/hebergement/README.md)."
