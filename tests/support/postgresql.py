"""A private PostgreSQL on loopback."""
