"""The engine seen from outside: whatever it skips, the site is the one that a build from nothing gives."""
