"""Where the file of subscribers lies, where private files may go, and the secrets beside it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path

from plugins.model.problem import Wrong

FOLDER = "prive"
"""Beside pelicanconf.py, out of version control."""
_SECRETS = ("SMTP_USER", "SMTP_PASSWORD", "IMAP_USER", "IMAP_PASSWORD", "DKIM_KEY", "LISTMONK_USER", "LISTMONK_TOKEN")
_LINE = re.compile(r"\s*(?:export\s+)?(?P<name>[A-Z_]+)\s*=\s*(?P<value>.*?)\s*")


def store_path(root: Path, environment: Mapping[str, str]) -> Path:
    """Return where the database is: `ABONNES`, else in the private folder beside the settings."""
    named = environment.get("ABONNES", "")
    return Path(named).expanduser() if named else root / FOLDER / "abonnes.sqlite3"


def read_secrets(root: Path, environment: Mapping[str, str]) -> Mapping[str, str]:
    """Return logins and keys by name; the environment comes before `prive/secrets.env`. Raise Wrong when others may read that file."""
    path = root / FOLDER / "secrets.env"
    found: dict[str, str] = {}
    if path.exists():
        if path.stat().st_mode & 0o077:
            raise Wrong(f"« {FOLDER}/secrets.env » est lisible par d'autres.", f"Tapez « chmod 600 {FOLDER}/secrets.env », puis relancez.")
        found = {match["name"]: _unquoted(match["value"]) for line in path.read_text("utf-8").splitlines() if (match := _LINE.fullmatch(line))}
    return {name: value for name in _SECRETS if (value := environment.get(name) or found.get(name, ""))}


def private(root: Path, written: str) -> Path:
    """Return where a file with people's addresses may be written. Raise Wrong for the public folder and for version control."""
    path = Path(written).expanduser().resolve()
    if not path.parent.is_dir():
        raise Wrong(f"Le dossier de « {written} » n'existe pas.", "Créez-le, ou choisissez-en un autre.")
    if path.is_dir():
        raise Wrong(f"« {written} » est un dossier.", "Donnez le nom d'un fichier.")
    home = root.resolve()
    kept = path.is_relative_to(home / FOLDER)
    if not kept and (path.is_relative_to(home) or any((parent / ".git").exists() for parent in path.parents)):
        raise Wrong("Des adresses n'ont rien à faire avec le site ni dans un dépôt git.", f"Écrivez dans « {FOLDER}/ » ou hors du projet.")
    return path


def _unquoted(value: str) -> str:
    quoted = len(value) > 1 and value[0] == value[-1] and value[0] in "\"'"
    return value[1:-1] if quoted else value
