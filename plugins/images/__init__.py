"""Pictures and other files that texts show, made fit for the public."""
