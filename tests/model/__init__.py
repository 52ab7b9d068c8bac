"""The model, without a file and without a clock."""
