"""Pages of what was saved."""

from django.urls import path

from .pages.calls import calls
from .pages.home import saved

urlpatterns = [
    path("", saved, name="saved.read"),
    path("calls/", calls, name="saved.calls.read"),
]
