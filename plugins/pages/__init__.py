"""The pages of the site: the model in, pages out.

One module per section says which pages there are and what each is made of; a view, run when the page is made,
turns that into what it shows, and the templates of the theme only lay it out. A page is made of the day only when it is about that day.

An event's page is `events` with `occasions` (its dates), `whereabouts`, `sharing`, `similar` and `event_heads`; `embed` is what partners
frame. What a page says of itself in its head is `shown` (words: `heads`; the way to it: `trails`; what one subscribes to there:
`announced`), and `linked_data` tells it to machines. The agenda is `listing` (days, what comes back, what lasts), `weeks` (a month as a
table), `facets` and `choices` (by what one chooses), `chosen` (the page of each choice) and `subscribing`. The radio is `radio`
(`/la-bobine/`), `episodes` with `transcripts` and `waveform`, `chronicle_pages` (`/la-bobine/chroniques/<key>/`) and `podcast_apps`.
"""
