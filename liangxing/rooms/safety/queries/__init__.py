"""What is asked of the records of safety, a file for each of its parts."""

from .emergencies import Count, Refuge, counts, open_emergencies, refuge_for

__all__ = ["Count", "Refuge", "counts", "open_emergencies", "refuge_for"]
