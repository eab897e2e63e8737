"""The demonstration: everything at once, with nothing set up."""
