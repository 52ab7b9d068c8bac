"""Sending a letter to everybody who asked for it: nobody is forgotten, nobody gets it twice, whatever breaks.

A letter that is `sendable` becomes a `campaign`, which is frozen, and the `journal` knows each recipient before anything
depends on it. `dispatch` decides who is next and alone writes; `lane`s talk to the relay over a `line` that writes the
final dot apart. `replies`, `retries`, `pace` and `verdicts` are the rules; `wire`, `headers` and `signing` the message;
`traces` remembers outside the database what went out. The commands are `command`, `trying`, `status` (with `clicks`),
`pausing` and `paper`.
"""
