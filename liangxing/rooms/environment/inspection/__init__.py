"""What is looked at on a round, and how often: plain data and plain days, without a database."""
