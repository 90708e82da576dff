"""Pages of the grounds."""

from liangxing.records.views import urls_of

from ..forms import ClearanceForm, ParkingPlacesForm
from ..models import Clearance, ParkingPlaces

urlpatterns = [
    *urls_of(ParkingPlaces, ParkingPlacesForm, columns=("code", "estate", "road", "places", "day")),
    *urls_of(Clearance, ClearanceForm, columns=("day", "code", "activity", "mass_kg")),
]
