"""Tests of the essentials of an event."""
