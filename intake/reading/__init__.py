"""Foreign bytes become values here, and only inside the sandbox."""
