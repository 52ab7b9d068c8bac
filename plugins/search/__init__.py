"""The search: one small document for each thing worth finding, an index of them all by Pagefind, and what the page knows of each result."""
