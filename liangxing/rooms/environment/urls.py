"""Pages of the environment."""

from liangxing.records.views import urls_of

from .forms import ClearanceForm, ParkingPlacesForm, ProblemForm, ProblemStepForm, SortedBinForm, WorksForm
from .models import Clearance, ParkingPlaces, Problem, ProblemStep, SortedBin, Works

urlpatterns = [
    *urls_of(
        Works, WorksForm, columns=("day", "name", "sort", "estate", "road", "cost_cny"), filters=("estate", "sort")
    ),
    *urls_of(
        SortedBin, SortedBinForm, columns=("code", "road", "edition", "day", "until"), filters=("road", "edition")
    ),
    *urls_of(ParkingPlaces, ParkingPlacesForm, columns=("code", "estate", "road", "places", "day")),
    *urls_of(Clearance, ClearanceForm, columns=("day", "code", "activity", "mass_kg")),
    *urls_of(
        Problem, ProblemForm, columns=("day", "code", "sort", "building", "place", "until"), filters=("sort", "source")
    ),
    *urls_of(ProblemStep, ProblemStepForm, columns=("day", "problem", "state", "post"), filters=("state",)),
]
