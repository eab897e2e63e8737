"""How well is unseen mail read and judged? `make accuracy` prints the figures."""
