"""Template tags of what was sent."""
