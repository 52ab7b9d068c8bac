"""The music's credits."""
