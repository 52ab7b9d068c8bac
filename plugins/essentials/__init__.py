"""The essentials of an event, in short sentences and six languages: what, when, where, how much, how to come, whether to sign up.

`answers`, `when` (with `rhythm` and `changes`) and `access` say what is to be said, in no language (`said`); a `tongue` tells it by its
glossary (`glossaries/`, a file each); `card` puts them together.
"""
