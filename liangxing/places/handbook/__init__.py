"""The handbook: a chapter for each part of the house, written beside it."""
