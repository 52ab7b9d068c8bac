"""The whole job, by its commands."""
