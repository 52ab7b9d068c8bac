"""Reading: the other town and one wrong file at a time."""
