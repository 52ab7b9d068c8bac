"""The pages of the site: the model in, pages out.

One module per section says which pages there are and what each is made of; a view, run when the page is made,
turns that into what it shows, and the templates of the theme only lay it out. A page is made of the day only when it is about that day.
"""
