"""Judging the built site as search engines, checkers and slow telephones see it; `inv audit` runs it. Nothing here is published.

It works with the instruments of the tests: their browsers, their checkers and their web server. `site` builds and picks a page of each
kind; `lighthouse`, `checking`, `weights` and `pictures` look; `findings` judges; `report` writes docs/audit.md.
"""
