"""The studio: what it makes of recordings is measured by other means than its own."""
