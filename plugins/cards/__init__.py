"""Pictures that stand for a page when it is shared, and the site's icons.

`wording` says what a card shows, `layout` (with `text`, `labels`, `fonts`) writes it on the ground that `scene` draws of `house` and
`shapes`, `making` is the picture, in the colours of `palette`. The icons are `icons`, of an `emblem`.
"""
