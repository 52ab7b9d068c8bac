"""The writers' preview."""
