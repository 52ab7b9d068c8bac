"""What `inv check` asks the writers about: nothing in it is wrong, and some of it will disappoint somebody."""
