"""The Atom feed, the site map and robots.txt."""
