"""Template tags of the pages that know all floors."""
