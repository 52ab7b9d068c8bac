"""Writing the site, aside and whole."""
