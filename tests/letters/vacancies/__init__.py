"""The stories of each vacancy."""
