"""What readers and search engines fetch: the Atom feeds of texts and of letters, the map of the site, robots.txt."""
