"""Intake reads vacancy mailboxes and files applications, with evidence for every finding."""
