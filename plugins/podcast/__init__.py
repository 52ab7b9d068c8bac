"""The radio programme as a podcast: its feed, its live feed, chapters, transcripts, covers and audio, and all that is checked of them."""
