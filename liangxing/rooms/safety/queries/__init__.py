"""What is asked of the records of safety, a file for each of its parts."""

from .check_in import Count, Homes, as_written, homes_of, told_in, trusted, waiting
from .emergencies import Refuge, open_emergencies, refuge_for
from .plans import WayOut, building_times, way_out

__all__ = [
    "Count", "Homes", "Refuge", "WayOut", "as_written", "building_times", "homes_of", "open_emergencies", "refuge_for",
    "told_in", "trusted", "waiting", "way_out",
]  # fmt: skip
