"""`inv new`: a draft to start from."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from msgspec import Struct
from rich.console import Console

from plugins.build.report import print_problems, say
from plugins.build.run import BAD_CONTENT, GOOD
from plugins.content_types.config import Config
from plugins.content_types.reading import read
from plugins.drafts import blank
from plugins.drafts.asking import ask, ask_type, refusal
from plugins.drafts.disk import is_taken, write_text
from plugins.drafts.draft import one_line, written
from plugins.model.header import read_header
from plugins.model.library import KNOWN_KEYS, TYPES, Type, read_item
from plugins.model.schema import Document, Key
from plugins.model.text import fold_key, listed, nearest

WRONG_USE = 2
"""Exit status (docs/architecture.md)."""


class MissingError(ValueError):
    """An answer that is missing or cannot be read, as one says it in French."""


class Wish(Struct, frozen=True):
    """What was given on the command line."""

    type_: str = ""
    title: str = ""
    lines: tuple[str, ...] = ()
    """Lines of the header: `debut: 28/11/2026 14h`."""
    may_ask: bool = False
    """Whether somebody sits at a terminal."""


def start(wish: Wish, config: Config, console: Console, uid: str) -> int:
    """Write a draft and say what to do next; without a terminal nothing is asked, and what is missing is an error. Return the exit status."""
    try:
        type_ = _type(wish, console)
        answers = _answers(type_, wish, config, console)
    except (MissingError, EOFError) as missing:
        say(console, str(missing) or "Il manque une réponse : rien n'est écrit.")
        return WRONG_USE
    return _write(type_, answers, config, console, uid)


def _type(wish: Wish, console: Console) -> Type:
    if wish.type_ and (type_ := blank.type_named(wish.type_)):
        return type_
    if not wish.type_ and wish.may_ask:
        return ask_type(console)
    names = listed((f"« {blank.label(type_)} »" for type_ in TYPES), "ou")
    raise MissingError(f"Dites ce que vous voulez écrire : « inv new --type … », avec {names}.")


def _answers(type_: Type, wish: Wish, config: Config, console: Console) -> Mapping[str, str]:
    """Return what stands behind each key that was given or asked."""
    found = dict(_given(type_, wish))
    missing = [key for key in blank.required(type_) if key.name not in found]
    if missing and not wish.may_ask:
        raise MissingError("\n".join(("Il manque :", *map(_how, missing))))
    return found | {key.name: ask(key, config.today, console) for key in missing}


def _how(key: Key[object]) -> str:
    return f'  {key.name} : ajoutez --key "{key.name}: {key.example}"'


def _given(type_: Type, wish: Wish) -> Iterable[tuple[str, str]]:
    """Yield the keys of the command line, each with what stands behind it."""
    keys = {name: key for key in type_.keys for name in (key.name, *key.also)}
    title = [f"titre: {wish.title}"] if wish.title else []
    for line in (*title, *wish.lines):
        name, _, value = line.partition(":")
        key, said = keys.get(fold_key(name)), one_line(value)
        if key is None:
            near = nearest(fold_key(name), keys)
            raise MissingError(f"La clé « {name.strip()} » n'existe pas ici." + (f" Vouliez-vous écrire « {near} » ?" if near else ""))
        if wrong := refusal(key, said):
            raise MissingError(f"{key.name} : {wrong}")
        yield key.name, said


def _write(type_: Type, answers: Mapping[str, str], config: Config, console: Console, uid: str) -> int:
    path = blank.path(type_, answers)
    if is_taken(config.content, path):
        say(console, f"{config.content.name}/{path} existe déjà : il est laissé tel quel. Prenez un autre titre.")
        return WRONG_USE
    text = written(blank.fields(type_, answers, uid), "")
    town = read(config).memory.town
    assert town is not None
    _, problems = read_item(Document(path, read_header(text, KNOWN_KEYS)), town)
    print_problems(problems, console)
    if any(problem.is_error for problem in problems):
        say(console, "\nRien n'est écrit. Réglez cela d'abord, puis recommencez.")
        return BAD_CONTENT
    write_text(config.content, path, text)
    _tell(type_, f"{config.content.name}/{path}", answers, console)
    return GOOD


def _tell(type_: Type, file: str, answers: Mapping[str, str], console: Console) -> None:
    say(console, f"Écrit : {file}")
    more = [key for key in blank.optional(type_) if key.name not in answers]
    if more:
        say(console, "Vous pouvez ajouter, entre les deux lignes « --- » :")
    for key in more:
        say(console, f"  {key.name}: {key.example}  ({key.purpose})")
    say(console, "Ouvrez ce fichier et écrivez le texte sous la deuxième ligne « --- ». « inv serve » le montre.")
    say(console, "Pour le publier, effacez sa ligne « statut: brouillon ».")
