"""Laws of the search."""
