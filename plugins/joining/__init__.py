"""Joining and leaving, by mail and on the web, and what comes back when a letter could not be delivered."""
