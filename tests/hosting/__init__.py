"""The header files, and what real web servers make of them."""
