"""Values and decisions: no clock, disk, network or log. The same input gives the same verdict."""
