"""Works, waste, the grounds, noise, rounds, and what residents report as out of order."""

from .appointments import Appointment, CollectionDay
from .collecting import Emptying, RecyclableSale, WeighSlip
from .grounds import BlockedLane, ChargingPlaces, Clearance, GreenArea, ParkingPlaces, TreeCount
from .noise import NoiseComplaint, NoiseStep
from .photos import PhotoReview
from .problems import Problem, ProblemDraw, ProblemStep, ProblemSupport
from .rounds import InspectionPoint, InspectionRoute, Mending, PointCheck, Round, RouteStop
from .sampling import BinCheck, PlaceCheck, Sampling
from .waste import CollectionPoint, SortedBin
from .works import Works, WorksComplaint, WorksNeed, WorksOpinion, WorksPicture, WorksPlan, WorksStep

__all__ = [
    "Appointment",
    "BinCheck",
    "BlockedLane",
    "ChargingPlaces",
    "Clearance",
    "CollectionDay",
    "CollectionPoint",
    "Emptying",
    "GreenArea",
    "InspectionPoint",
    "InspectionRoute",
    "Mending",
    "NoiseComplaint",
    "NoiseStep",
    "ParkingPlaces",
    "PhotoReview",
    "PlaceCheck",
    "PointCheck",
    "Problem",
    "ProblemDraw",
    "ProblemStep",
    "ProblemSupport",
    "RecyclableSale",
    "Round",
    "RouteStop",
    "Sampling",
    "SortedBin",
    "TreeCount",
    "WeighSlip",
    "Works",
    "WorksComplaint",
    "WorksNeed",
    "WorksOpinion",
    "WorksPicture",
    "WorksPlan",
    "WorksStep",
]
