"""Template tags of the measures."""
