"""The jobs, on real databases and files."""
