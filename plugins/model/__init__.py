"""The model: what the site is about, as plain frozen data.

Pure Python: no Pelican, no file, no clock. A document (text with a French
header) becomes an Event, an Article, an Episode… or Problems that say in French
what to write instead. Every output reads this model and none reads another.

It holds keys, kinds, French dates and repetition, events, texts, episodes and letters.
"""
