"""Everything that makes the site: the model, what reads it, and what is made of it."""
