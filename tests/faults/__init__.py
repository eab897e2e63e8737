"""What must survive: kills, full disks, servers that vanish."""
