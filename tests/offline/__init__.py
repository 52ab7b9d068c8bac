"""What is readable without a network."""
