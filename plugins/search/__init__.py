"""The search: one small document for each thing worth finding, an index of them all by Pagefind, and what the page knows of each result.

A `record` of each public page (`events`, `texts`) is a document in folded `words`; `pagefind` makes the index of them all, `bundle` is
what is published of it, and the `shelf` under `build/recherche/` is where it is kept. The page itself is `pages/search.py`, its script
`recherche.js`.
"""
