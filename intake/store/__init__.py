"""What Intake remembers: the ledger of deliveries, the applications, the files."""
