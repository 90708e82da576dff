"""Forms of the environment, a file for each of its parts."""

from .grounds import ClearanceForm, ParkingPlacesForm
from .problems import ProblemForm, ProblemStepForm
from .rounds import (
    InspectionPointForm,
    InspectionRouteForm,
    MendingForm,
    PointCheckForm,
    RoundForm,
    RouteStopForm,
)
from .waste import SortedBinForm
from .works import (
    WorksComplaintForm,
    WorksForm,
    WorksNeedForm,
    WorksOpinionForm,
    WorksPictureForm,
    WorksPlanForm,
    WorksStepForm,
)

__all__ = [
    "ClearanceForm",
    "InspectionPointForm",
    "InspectionRouteForm",
    "MendingForm",
    "ParkingPlacesForm",
    "PointCheckForm",
    "ProblemForm",
    "ProblemStepForm",
    "RoundForm",
    "RouteStopForm",
    "SortedBinForm",
    "WorksComplaintForm",
    "WorksForm",
    "WorksNeedForm",
    "WorksOpinionForm",
    "WorksPictureForm",
    "WorksPlanForm",
    "WorksStepForm",
]
