"""Template tags of the records floor."""
