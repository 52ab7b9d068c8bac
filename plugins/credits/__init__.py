"""What societies of authors ask to know of the music played on the air."""
