"""What holds of the demonstration's data."""
