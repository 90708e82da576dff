"""Clean and sorted: works with before and after, bins, parking places, and what was cleared away."""
