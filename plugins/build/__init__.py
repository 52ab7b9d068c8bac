"""Building: outputs are named, made, written aside, then shown all at once."""
