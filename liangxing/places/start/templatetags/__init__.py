"""Template tags of the guided start."""
