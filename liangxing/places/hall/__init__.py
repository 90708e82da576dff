"""The residents' hall: what a household does for itself, on a phone first, and a neighbour for one without."""
