"""Measuring the build on an invented town, always the same; `inv bench` runs it. Nothing here is published."""
