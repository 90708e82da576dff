"""Sorting waste, in plain Python: classes by edition, what goes where, the balance of masses, the steps on noise."""
