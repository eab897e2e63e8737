"""Invented people and what they send, for fixtures and measurements."""
