"""What was saved, for everybody: proven or not proven in letters of one size, and what became of the calls."""
