"""Laws of the house itself: what its code, words and floors look like."""
