"""Judging the built site as search engines, checkers and slow telephones see it; `inv audit` runs it. Nothing here is published.

It works with the instruments of the tests: their browsers, their checkers and their web server.
"""
