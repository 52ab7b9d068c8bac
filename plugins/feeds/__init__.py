"""What readers and search engines fetch: the Atom feed of texts, the map of the site, robots.txt."""
