"""The live preview: the site with its drafts, built again after each change, seen by nobody else.

The site is kept in memory, the page of a saved text comes first, and a web server shows it.
"""
