"""Invented people and what they send: letters, CVs, files and mails, for fixtures and measurements."""
