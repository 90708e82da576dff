"""Schema of this floor."""
