"""Joining and leaving, by mail and on the web."""
