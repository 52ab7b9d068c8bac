"""What `inv check` asks about."""
