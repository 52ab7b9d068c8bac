"""The rules that every letter keeps before it may go out, each with a French name.

`html`, `text` and `message` read what is finished, as a mailbox would, and yield a problem for each rule that is broken.
They know nothing of how a letter is made: what is written here holds for any letter.
"""
