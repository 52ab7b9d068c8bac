"""The pages of the site: the model in, pages out.

One module per section says which pages there are and what each is given; the templates of the theme
only lay it out. A page is given the day only when it is about that day.
"""
