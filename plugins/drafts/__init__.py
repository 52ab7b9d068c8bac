"""Drafts: events of other agendas, and new texts, written as Markdown for people to finish.

What a source says becomes a Found, a Found becomes a Draft that our own reader reads without an error, a plan says which drafts are
written where, and one module writes them. All but the last is pure.

A draft to start from is `starting`, `blank` and `asking`. Events of other agendas are `bringing`: `sources` read a calendar (`lines`,
`calendars`, `series`, `rules`, `zones`, `details`), a sheet (`sheets`, `ods`, `columns`) or OpenAgenda, `compose` makes the Draft, `plan`
says what is written, `disk` writes.
"""
