"""Pictures that stand for a page when it is shared, and the site's icons."""
