"""`_headers`: whatever a host makes of several rules, an address gets what it should."""

from __future__ import annotations

from fnmatch import fnmatchcase

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.hosting.netlify import branches, netlify
from plugins.hosting.obeying import headers_at, read_rules
from plugins.hosting.rules import POLICY, Rules, rules
from tests.hosting.sites import FILES, PAGES, expected, policy_at, town

MOST_RULES, LONGEST_LINE = 100, 2000
"""Limits of Cloudflare Pages, the lowest of those that hosts tell."""
NAMES = st.sampled_from(["agenda", "cadre", "integrer", "recherche", "lettre", "la-bobine", "2026", "a-propos", "pont"])
ADDRESSES = st.lists(NAMES, max_size=3).map(lambda names: "".join(f"/{name}" for name in names) + "/")
RULES = rules(town(joining="https://lettre.villeneuve.example/"))


def written(found: Rules, pages: tuple[str, ...] = PAGES) -> str:
    """Return the file for pages at some addresses."""
    return netlify(found, branches(found, pages)).decode()


def said(text: str, path: str) -> list[tuple[str, str]]:
    """Return every header that any rule gives an address."""
    found, is_meant = [], False
    for line in text.splitlines():
        if line.startswith("  "):
            name, _, value = line.strip().partition(": ")
            found += [(name, value)] if is_meant else []
        else:
            is_meant = fnmatchcase(path, line)
    return found


@pytest.mark.parametrize("base", ["", "/centre"])
@pytest.mark.parametrize("path", [*PAGES, *FILES])
def test_an_address_gets_what_the_rules_give(path: str, base: str) -> None:
    """Each header once; hosts know by themselves what a page is, and that files need no policy."""
    found = rules(town(f"https://ville.example{base}"))
    headers = said(written(found), base + path)
    assert len(headers) == len(dict(headers))
    left = {"Content-Type", "Cache-Control"} if path in PAGES else {POLICY}
    assert {**expected(path, found), **dict(headers)} == expected(path, found)
    assert expected(path, found).keys() - dict(headers).keys() <= left


@given(st.lists(ADDRESSES, min_size=1).map(tuple))
def test_every_page_has_one_policy(pages: tuple[str, ...]) -> None:
    """Whatever pages there are, each has the policy of its part of the site, and no second one."""
    text = written(RULES, pages)
    for page in pages:
        for path in (page, f"{page}index.html"):
            assert [value for name, value in said(text, path) if name == POLICY] == [policy_at(path, RULES)]


def test_what_changes_daily_changes_no_rule() -> None:
    """A new event, letter or episode makes no new file: only a new folder beside one with a policy of its own does."""
    assert branches(RULES, PAGES) == branches(RULES, (*PAGES, "/agenda/2026/12/01/yoga/", "/lettre/2026-s49/", "/la-bobine/2026-2027/deux/"))
    assert branches(RULES, PAGES) != branches(RULES, (*PAGES, "/projets/"))


def test_the_limits_of_hosts_are_kept() -> None:
    """A town with forty pages of its own and fifteen years of agenda stays under them."""
    pages = (*PAGES, *(f"/page-{n}/" for n in range(40)), *(f"/agenda/{2020 + n}/01/" for n in range(15)))
    lines = written(RULES, pages).splitlines()
    assert sum(line.startswith("/") for line in lines) < MOST_RULES
    assert max(map(len, lines)) < LONGEST_LINE


def test_the_preview_obeys() -> None:
    """What the preview makes of the file is what the rules say; two rules for one header would be joined."""
    read = read_rules(netlify(RULES, branches(RULES, PAGES)))
    for path in PAGES:
        assert headers_at(path, read) == dict(said(written(RULES), path))
    assert headers_at("/a", read_rules(b"/*\n  A: 1\n/a\n  A: 2\n/b\n  A: 3\n")) == {"A": "1, 2"}
