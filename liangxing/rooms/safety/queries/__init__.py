"""What is asked of the records of safety, a file for each of its parts."""

from .emergencies import Count, Refuge, counts, open_emergencies, refuge_for
from .plans import WayOut, building_times, way_out

__all__ = ["Count", "Refuge", "WayOut", "building_times", "counts", "open_emergencies", "refuge_for", "way_out"]
