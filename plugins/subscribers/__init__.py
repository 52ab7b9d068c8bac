"""Who gets the letter: one SQLite file with people, what they agreed to, and who must never be written to again.

The file is `store`, `making` and `schema.sql`, noticed when it comes from an old copy (`witness`, `restoring`). In it are `addresses`,
people with their consents and states (`people`, `taking`, `erasing`, `bounces`), sheets that come in (`sheet`, `importing`), and what is
`known` of one person (`telling`). `settings` reads SENDING, `places` knows secrets and private files. Commands stand on an `office`,
which is the edge: folder, clock, terminal. `handover` gives the letter to listmonk or to an announce list.
"""
