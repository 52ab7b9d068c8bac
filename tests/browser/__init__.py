"""What residents meet, in real browsers."""
