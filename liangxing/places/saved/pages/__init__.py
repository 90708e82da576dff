"""Pages of what was saved."""
