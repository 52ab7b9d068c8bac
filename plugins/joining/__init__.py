"""Joining and leaving, by mail and on the web, and what comes back when a letter could not be delivered.

A mail is read (`incoming`, `automatic`, `bounces`), judged without effect (`judging`), then done with (`acting`) in one transaction,
noted (`marks`) before it is moved (`imap`). `asking` knows who waits for the one question a day, `wording` writes it, `answering` sends
it. `app` with `pages` and `limits` is the WSGI app, which keeps requests in a `book`: the database, or the `spool`. `tokens` and
`envelopes` say who without an address.
"""
