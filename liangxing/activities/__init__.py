"""Floor 6: the shared calendar: anything done together at a time and place, and who was there."""
