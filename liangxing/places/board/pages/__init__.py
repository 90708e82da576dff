"""Pages of the public board, one module each."""
