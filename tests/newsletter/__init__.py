"""The weekly letter: what it shows, and its files."""
