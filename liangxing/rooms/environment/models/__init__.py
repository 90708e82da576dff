"""Works, sorted bins, parking places, litter cleared away, rounds, and what residents report as out of order."""

from .grounds import Clearance, ParkingPlaces
from .problems import Problem, ProblemStep
from .rounds import InspectionPoint, InspectionRoute, Mending, PointCheck, Round, RouteStop
from .waste import SortedBin
from .works import Works, WorksComplaint, WorksNeed, WorksOpinion, WorksPicture, WorksPlan, WorksStep

__all__ = [
    "Clearance",
    "InspectionPoint",
    "InspectionRoute",
    "Mending",
    "ParkingPlaces",
    "PointCheck",
    "Problem",
    "ProblemStep",
    "Round",
    "RouteStop",
    "SortedBin",
    "Works",
    "WorksComplaint",
    "WorksNeed",
    "WorksOpinion",
    "WorksPicture",
    "WorksPlan",
    "WorksStep",
]
