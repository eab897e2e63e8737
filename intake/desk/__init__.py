"""What Intake shows in the browser."""
