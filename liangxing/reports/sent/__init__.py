"""What was sent to whom, whether its figures still hold, and what a receiver must be told when they do not."""
