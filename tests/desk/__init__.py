"""The desk where a letter is written."""
