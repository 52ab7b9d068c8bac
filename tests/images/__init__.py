"""Pictures as the public gets them."""
