"""`inv newsletter.handover`: another program sends the letter, and keeps its own promises."""
