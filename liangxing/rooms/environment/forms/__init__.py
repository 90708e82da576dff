"""Forms of the environment, a file for each part of the room."""

from .grounds import ClearanceForm, ParkingPlacesForm
from .problems import ProblemForm, ProblemStepForm
from .waste import SortedBinForm
from .works import WorksForm

__all__ = [
    "ClearanceForm",
    "ParkingPlacesForm",
    "ProblemForm",
    "ProblemStepForm",
    "SortedBinForm",
    "WorksForm",
]
