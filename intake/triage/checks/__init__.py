"""The policy as one table: each check is a question asked of every application alike."""
