"""Pages of volunteers."""

from liangxing.records.views import urls_of

from .forms import PairForm, ServiceForm, VolunteerForm
from .models import Pair, Service, Volunteer

urlpatterns = [
    *urls_of(Volunteer, VolunteerForm, columns=("code", "name", "team", "day"), filters=("team",)),
    *urls_of(Pair, PairForm, columns=("volunteer", "resident", "day", "until")),
    *urls_of(Service, ServiceForm, columns=("day", "volunteer", "hours_h", "activity")),
]
