"""The weekly letter: what it shows, and its HTML, its text and its message file.

`gathering` takes from the model the `material` of each letter, and `compose` picks from that what the letter tells of; `render_html`,
`render_text` and `render_mail` write it down. All are pure: the same site and the same letter give the same bytes, and only the day of
the letter counts, never the day of the build. Nothing here sends anything.

Every run gathers for all letters, which is quick (`editorials`, `weeklies`), and composes those whose material has changed: an old letter
costs nothing. A letter is `weekly`, with `notices` and `news`, or `carrying` an issue. `html`, `text` and `mail` write it, under `build/`.
`built` finds a letter there again, for whoever passes it on.
`lint` holds the rules of mailboxes, each with a name, on what is finished.
"""
