"""Moving house: feeds as other programs write them, with invented content."""
