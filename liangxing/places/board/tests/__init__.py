"""Laws of the board."""
