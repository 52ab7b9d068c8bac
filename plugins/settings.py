"""The Pelican settings that every town shares; pelicanconf.py takes them in and adds the town's own."""

from pathlib import Path

from plugins.pages.environment import FILTERS, OPTIONS

ROOT = Path(__file__).resolve().parent.parent

PATH = "content"
OUTPUT_PATH = "output"
THEME = str(ROOT / "theme")
DEFAULT_LANG = "fr"
PLUGINS = [
    f"plugins.{name}.plugin"
    for name in (
        "build",
        "content_types",
        "search",
        "pages",
        "images",
        "cards",
        "agenda",
        "podcast",
        "newsletter",
        "offline",
        "feeds",
        "hosting",
        "watch",
    )
]
OUR_PLUGINS = tuple(PLUGINS)
"""Pelican goes on without a plugin that does not load; plugins.build compares and stops."""
DRAFTS = False
SEARCH = True

# Pelican's own content types stay empty: every file is read by plugins.content_types
ARTICLE_PATHS: list[str] = []
PAGE_PATHS: list[str] = []
STATIC_PATHS: list[str] = []
THEME_STATIC_PATHS: list[str] = []
DIRECT_TEMPLATES: list[str] = []
FEED_ALL_ATOM = CATEGORY_FEED_ATOM = TRANSLATION_FEED_ATOM = AUTHOR_FEED_ATOM = AUTHOR_FEED_RSS = None
AUTHOR_SAVE_AS = CATEGORY_SAVE_AS = TAG_SAVE_AS = ""
DELETE_OUTPUT_DIRECTORY = False
CACHE_CONTENT = LOAD_CONTENT_CACHE = False

JINJA_ENVIRONMENT = OPTIONS
JINJA_FILTERS = FILTERS
