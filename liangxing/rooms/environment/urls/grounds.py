"""Pages of the grounds."""

from django.urls import path

from liangxing.records.views import urls_of

from ..forms import (
    BlockedLaneForm,
    ChargingPlacesForm,
    ClearanceForm,
    GreenAreaForm,
    NoiseComplaintForm,
    NoiseStepForm,
    ParkingPlacesForm,
    TreeCountForm,
)
from ..models import (
    BlockedLane,
    ChargingPlaces,
    Clearance,
    GreenArea,
    NoiseComplaint,
    NoiseStep,
    ParkingPlaces,
    TreeCount,
)
from ..views import grounds

urlpatterns = [
    path("grounds/", grounds.grounds, name="environment.grounds.read"),
    path("noise/<uuid:pk>/", grounds.noise, name="environment.noisecomplaint.desk"),
    *urls_of(ParkingPlaces, ParkingPlacesForm, columns=("code", "estate", "road", "places", "day")),
    *urls_of(ChargingPlaces, ChargingPlacesForm, columns=("code", "sort", "estate", "road", "places", "day")),
    *urls_of(
        Clearance,
        ClearanceForm,
        columns=("day", "code", "sort", "activity", "place", "area_m2", "mass_kg"),
        filters=("sort",),
    ),
    *urls_of(
        GreenArea,
        GreenAreaForm,
        columns=("code", "name", "sort", "estate", "area_m2", "day"),
        filters=("sort", "estate"),
    ),
    *urls_of(TreeCount, TreeCountForm, columns=("day", "green", "species", "trees", "alive")),
    *urls_of(
        BlockedLane, BlockedLaneForm, columns=("day", "code", "building", "place", "sort", "until"), filters=("sort",)
    ),
    *urls_of(
        NoiseComplaint,
        NoiseComplaintForm,
        columns=("day", "code", "sort", "place", "building", "until"),
        filters=("sort",),
    ),
    *urls_of(NoiseStep, NoiseStepForm, columns=("day", "complaint", "step", "settled"), filters=("step",)),
]
