"""The six glossaries, a file each."""
