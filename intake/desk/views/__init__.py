"""The screens: one file each, with its ROUTES."""
