"""What each page tells machines about itself: schema.org in JSON-LD, by the rules of Google's documentation of structured data.

One graph a page, in which a thing that is spoken of twice is told once and then named by its `@id`.
"""
