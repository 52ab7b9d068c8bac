"""Who gets the letter: one SQLite file with people, what they agreed to, and who must never be written to again."""
