"""Drafts: events of other agendas, and new texts, written as Markdown for people to finish.

What a source says becomes a Found, a Found becomes a Draft that our own reader reads without an error, a plan says which drafts are
written where, and one module writes them. All but the last is pure.
"""
