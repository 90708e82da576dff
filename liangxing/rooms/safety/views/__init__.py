"""Pages of safety beside those of its records, a file for each of its parts."""
