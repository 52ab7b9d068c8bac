"""The calendars and the open data."""
