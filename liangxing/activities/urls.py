"""Pages of the calendar."""

from django.urls import path

from liangxing.records.views import urls_of

from . import views
from .forms import ActivityForm, SignInForm
from .models import Activity, SignIn

urlpatterns = [
    path("calendar/", views.calendar, name="activities.calendar.read"),
    path("calendar/<int:year>/", views.calendar, name="activities.year.read"),
    *urls_of(Activity, ActivityForm, columns=("day", "title", "sort", "place", "attended"), filters=("sort", "place")),
    *urls_of(SignIn, SignInForm, columns=("day", "activity", "household", "people"), filters=("activity",)),
]
