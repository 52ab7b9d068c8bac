"""The agenda outside the pages: calendars to subscribe to (iCalendar) and open data (JSON)."""
