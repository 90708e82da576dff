"""Works, sorted bins, parking places, what was cleared away, and what residents report as out of order."""

from .grounds import Clearance, ParkingPlaces
from .problems import Problem, ProblemStep
from .waste import SortedBin
from .works import Works

__all__ = ["Clearance", "ParkingPlaces", "Problem", "ProblemStep", "SortedBin", "Works"]
