"""The rules that every letter keeps: each has a small letter that breaks it."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from msgspec.structs import replace

from plugins.model.problem import Problem, Severity
from plugins.newsletter.lint import html as lint_html
from plugins.newsletter.lint.colors import contrast, darkened, negative
from plugins.newsletter.lint.facts import OURS
from plugins.newsletter.lint.html import html_problems
from plugins.newsletter.lint.message import NEEDED, message_problems
from plugins.newsletter.lint.text import text_problems
from plugins.newsletter.lint.weight import LARGE
from tests.newsletter.wrong import ALSO, FACTS, FINE, PREHEADER, WRONG

CASES = [pytest.param(rule, old, new, id=f"{rule} {n}") for rule, pairs in WRONG.items() for n, (old, new) in enumerate(pairs, 1)]
TEXT = "Voir en ligne :\nhttps://villeneuve.example/lettre/2026-s48/?campagne=2026-s48\n\n1 rue du Pont,\n99100 Villeneuve\nstop@villeneuve.example\n"
HEADERS = dict.fromkeys(NEEDED, "x") | {"MIME-Version": "1.0", "List-Unsubscribe": "<mailto:stop@villeneuve.example>"}
PARTS = "--x\r\nContent-Type: text/plain\r\n\r\nBonjour\r\n--x\r\nContent-Type: text/html\r\n\r\n<p>Bonjour</p>\r\n--x--\r\n"


def rules(problems: object) -> set[str]:
    """Return the names of the rules that problems tell of."""
    found = set()
    for problem in problems:  # type: ignore[attr-defined]
        assert isinstance(problem, Problem)
        match = re.match(r"Règle « (.+?) » : ", problem.what)
        assert match, problem.what
        found.add(match[1])
    return found


def message(headers: dict[str, str], body: str = PARTS) -> bytes:
    """Return a message of these headers."""
    lines = [f"{name}: {value}" for name, value in (*headers.items(), ("Content-Type", 'multipart/alternative; boundary="x"'))]
    return ("\r\n".join(lines) + "\r\n\r\n" + body).encode()


def test_a_good_letter_breaks_no_rule() -> None:
    """HTML, text and message of a small letter are in order."""
    assert list(html_problems(FINE, FACTS)) == []
    assert list(text_problems(TEXT, FACTS)) == []
    assert list(message_problems(message(HEADERS), FACTS)) == []


@pytest.mark.parametrize(("rule", "old", "new"), CASES)
def test_each_rule_is_held_by_its_name(rule: str, old: str, new: str) -> None:
    """One wrong thing in a good letter breaks the rule that speaks of it, and no other."""
    assert old in FINE
    found = rules(html_problems(FINE.replace(old, new, 1), FACTS))

    assert rule in found
    assert found - {rule} <= ALSO.get(rule, set())


def test_every_rule_has_a_wrong_letter() -> None:
    """No rule is written down in the lint without a letter that breaks it."""
    folder = Path(lint_html.__file__).parent
    modules = [path for path in folder.glob("*.py") if path.stem not in {"text", "message"}]
    named = {name for path in modules for name in re.findall(r'Broken\(\s*"([^"]+)"', path.read_text("utf-8"))}

    assert named | {"contraste", "contraste inversé", "contraste en négatif"} == set(WRONG)


def test_a_heavy_letter_is_a_warning() -> None:
    """Between what Gmail cuts and what we refuse, the letter may go."""
    (problem,) = html_problems(FINE.replace("Bonjour.", "Bonjour. " + "soupe \n" * (LARGE // 7)), FACTS)

    assert (problem.severity, rules([problem])) == (Severity.WARNING, {"poids"})


@pytest.mark.parametrize(
    ("old", "new", "instead"),
    [
        ('alt="Une marmite"', 'alt=""', "Décrivez-la : « image-alt: … » dans l'en-tête, ou entre les crochets de « ![…](image.jpg) »."),
        (PREHEADER, "Trop courte.", "Écrivez-en entre 40 et 90."),
        ("Voir tout l’agenda", "ici", "Mettez dans le lien les mots qui disent ce qu'on y trouve : « [le programme de décembre](…) »."),
        ('<html lang="fr">', "<html>", OURS),
    ],
)
def test_a_message_says_who_can_mend_it(old: str, new: str, instead: str) -> None:
    """Words, lengths and pictures are the writer's; the rest is the generator's fault, and says so."""
    problems = list(html_problems(FINE.replace(old, new, 1), FACTS))

    assert [(problem.file, problem.instead) for problem in problems] == [("content/lettres/2026-s48.md", instead)]


def test_a_town_without_address_is_told_which_setting_it_lacks() -> None:
    """Letters to many must say where their sender lives."""
    (problem,) = html_problems(FINE, replace(FACTS, postal=""))

    assert "POSTAL_ADDRESS" in problem.instead


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        (TEXT + "un mot de trop " * 6, "largeur du texte"),
        (TEXT.replace("stop@", "autre@"), "mentions du texte"),
        (TEXT.replace("/lettre/2026-s48/", "/lettre/"), "mentions du texte"),
        (TEXT.replace("1 rue du Pont", ""), "mentions du texte"),
        (TEXT + "<b>gras</b>", "texte sans balises"),
    ],
)
def test_rules_of_the_text(text: str, rule: str) -> None:
    """Lines that no program wraps, what every letter owes, and no markup."""
    assert rules(text_problems(text, FACTS)) == {rule}


def test_an_address_may_be_longer_than_a_line() -> None:
    """Nothing may break an address."""
    assert list(text_problems(TEXT + "  https://villeneuve.example/" + "a" * 90, FACTS)) == []


@pytest.mark.parametrize(
    ("data", "rule"),
    [
        (message(HEADERS | {"Subject": "Été"}), "message en ASCII"),
        (message(HEADERS).replace(b"\r\nBonjour", b"\nBonjour"), "fins de ligne"),
        (message(HEADERS, PARTS.replace("Bonjour", "a" * 999)), "lignes du message"),
        (message({name: value for name, value in HEADERS.items() if name != "List-Id"}), "en-têtes"),
        (message(HEADERS | {"List-Unsubscribe": "<mailto:autre@villeneuve.example>"}), "en-têtes"),
        (message(HEADERS, PARTS.replace("text/plain", "text/html")), "deux parties"),
    ],
)
def test_rules_of_the_message(data: bytes, rule: str) -> None:
    """What relays carry and what mailboxes ask of mail to many."""
    assert rules(message_problems(data, FACTS)) == {rule}


def test_colours_as_mail_programs_turn_them_over() -> None:
    """Outlook on the web makes #333333 of white and white of black; others take each channel's opposite. WCAG's own examples of contrast hold."""
    assert (darkened("#ffffff"), darkened("#000000")) == ("#333333", "#ffffff")
    assert negative("#1f3a5f") == "#e0c5a0"
    assert round(contrast("#000000", "#ffffff"), 2) == 21
    assert round(contrast("#767676", "#ffffff"), 2) == 4.54
