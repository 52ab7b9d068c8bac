"""The agenda outside the pages: calendars to subscribe to (iCalendar) and open data (JSON).

Also the texts that a voice reads, `repondeur.txt` and `radio.txt`, and the radio's live hour, `/la-bobine/direct.ics`.
"""
