"""The tests; each package of plugins/ has its own here."""
