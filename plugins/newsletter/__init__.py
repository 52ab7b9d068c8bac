"""The weekly letter: what it shows, and its HTML, its text and its message file.

`compose` picks from the model what one letter tells of; `render_html`, `render_text` and `render_mail`
write that down. All are pure: the same site and the same letter give the same bytes, and only the day of the
letter counts, never the day of the build. Nothing here sends anything.

A letter is `weekly`, with `notices` and `news`, or `carrying` an issue; `record` holds what all letters ask. `html`, `text` and `mail`
write it, under `build/`. `lint` holds the rules of mailboxes, each with a name, on what is finished.
"""
