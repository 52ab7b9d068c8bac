"""Building: outputs are named, made, written aside, then shown all at once.

`Output`, the two folders, the order of a run, the messages and exit statuses.
"""
