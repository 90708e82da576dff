"""Pages of casework."""

from liangxing.records.views import urls_of

from .forms import CaseForm, StationForm, VisitForm
from .models import Case, Station, Visit

urlpatterns = [
    *urls_of(Station, StationForm, columns=("name", "place", "day")),
    *urls_of(Case, CaseForm, columns=("code", "household", "sort", "day", "until"), filters=("sort",)),
    *urls_of(Visit, VisitForm, columns=("day", "case", "duration_min")),
]
