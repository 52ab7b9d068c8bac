"""Moving house: the episodes of a podcast that lives elsewhere become texts of ours, under the names that listeners' apps know.

The `feed` of another host becomes `item`s, those find their place (`arrival`), and each is made a text that our reader takes
(`wording`, `compose`).
"""
