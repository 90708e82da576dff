"""Pages of the calendar."""

from liangxing.records.views import urls_of

from .forms import ActivityForm, SignInForm
from .models import Activity, SignIn

urlpatterns = [
    *urls_of(Activity, ActivityForm, columns=("day", "title", "sort", "place", "attended"), filters=("sort", "place")),
    *urls_of(SignIn, SignInForm, columns=("day", "activity", "household", "people"), filters=("activity",)),
]
