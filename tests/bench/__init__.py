"""The corpus that speed is measured on."""
