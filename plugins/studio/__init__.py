"""The studio: a recording comes in, is measured, levelled, encoded and tagged, and leaves as audio, sidecar and draft of an episode.

It comes in by `source`, is levelled and encoded by `loudness` and `mastering`, tagged by `tagging`; the audio, the `sidecar` and the
draft (`proposal`) are put in their places together (`placing`).
"""
