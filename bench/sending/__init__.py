"""How fast a letter goes out, with every promise of the journal kept, and how much memory that takes."""
