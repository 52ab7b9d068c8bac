"""Cards that stand for pages when they are shared, and icons."""
