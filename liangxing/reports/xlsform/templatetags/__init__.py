"""Template tags of XLSForm."""
