"""The only glue that reads for Pelican: files in, one Site out, every problem told.

It reads settings, files, Markdown bodies and links.
"""
