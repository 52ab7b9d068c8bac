"""The radio programme as a podcast: the feed, its chapters and its audio."""
