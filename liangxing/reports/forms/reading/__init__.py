"""Where a form wants values: its empty cells, and the words that say what belongs in them."""
