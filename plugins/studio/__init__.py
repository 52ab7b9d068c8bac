"""The studio: a recording comes in, is measured, levelled, encoded and tagged, and leaves as audio, sidecar and draft of an episode."""
