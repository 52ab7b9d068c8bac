"""Tests of plugins/sending."""
