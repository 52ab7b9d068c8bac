"""What differs when the site is made for the public."""

from pelicanconf import *  # noqa: F403  # everything of the town

DRAFTS = False
RECORD_REVISIONS = True
HEADER_FILES = ("nginx", "apache", "netlify")  # keep those of your web server (docs/hebergement/README.md)
