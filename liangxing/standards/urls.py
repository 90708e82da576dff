"""Routes of standards."""

from django.urls import path

from . import views
from .almanac import feed
from .comparing.views import comparing
from .planning.views import assuming, planning, taking

urlpatterns = [
    path("", views.listing, name="standards.read"),
    path("examinations.ics", feed, name="standards.calendar.read"),
    path("<slug:key>/", views.standard, name="standard.read"),
    path("<slug:key>/compare/", comparing, name="standard.compare.read"),
    path("<slug:key>/plan/", planning, name="standard.plan.read"),
    path("<slug:key>/plan/take/", taking, name="standard.take.assess"),
    path("<slug:key>/what-if/", assuming, name="standard.whatif.read"),
    path("<slug:key>/assess/", views.keep, name="standard.assess"),
]
