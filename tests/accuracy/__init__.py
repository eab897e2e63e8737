"""How well is mail read and judged that nobody here has seen? `make accuracy` prints the figures."""
