"""Forms of the environment, a file for each of its parts."""

from .appointments import AppointmentForm, CollectionDayForm
from .grounds import BlockedLaneForm, ChargingPlacesForm, ClearanceForm, GreenAreaForm, ParkingPlacesForm, TreeCountForm
from .noise import NoiseComplaintForm, NoiseStepForm
from .problems import ProblemForm, ProblemStepForm
from .rounds import InspectionPointForm, InspectionRouteForm, MendingForm, PointCheckForm, RoundForm, RouteStopForm
from .sampling import BinCheckForm, PlaceCheckForm, SamplingForm
from .waste import CollectionPointForm, EmptyingForm, RecyclableSaleForm, SortedBinForm, WeighSlipForm
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
    "AppointmentForm",
    "BinCheckForm",
    "BlockedLaneForm",
    "ChargingPlacesForm",
    "ClearanceForm",
    "CollectionDayForm",
    "CollectionPointForm",
    "EmptyingForm",
    "GreenAreaForm",
    "InspectionPointForm",
    "InspectionRouteForm",
    "MendingForm",
    "NoiseComplaintForm",
    "NoiseStepForm",
    "ParkingPlacesForm",
    "PlaceCheckForm",
    "PointCheckForm",
    "ProblemForm",
    "ProblemStepForm",
    "RecyclableSaleForm",
    "RoundForm",
    "RouteStopForm",
    "SamplingForm",
    "SortedBinForm",
    "TreeCountForm",
    "WeighSlipForm",
    "WorksComplaintForm",
    "WorksForm",
    "WorksNeedForm",
    "WorksOpinionForm",
    "WorksPictureForm",
    "WorksPlanForm",
    "WorksStepForm",
]
