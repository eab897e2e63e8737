"""What Intake writes: the digest, composed and sent."""
