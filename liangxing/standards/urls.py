"""Routes of standards."""

from django.urls import path

from . import views
from .almanac import feed
from .comparing.views import comparing
from .office.views import as_toml, as_xlsx, blank, offering, withdrawing
from .planning.views import assuming, planning, taking

urlpatterns = [
    path("", views.listing, name="standards.read"),
    path("examinations.ics", feed, name="standards.calendar.read"),
    path("new/", offering, name="standards.new.import"),
    path("blank.xlsx", blank, name="standards.blank.import"),
    path("<slug:key>/", views.standard, name="standard.read"),
    path("<slug:key>/compare/", comparing, name="standard.compare.read"),
    path("<slug:key>/plan/", planning, name="standard.plan.read"),
    path("<slug:key>/plan/take/", taking, name="standard.take.assess"),
    path("<slug:key>/what-if/", assuming, name="standard.whatif.read"),
    path("<slug:key>/standard.xlsx", as_xlsx, name="standard.xlsx.read"),
    path("<slug:key>/standard.toml", as_toml, name="standard.toml.read"),
    path("<slug:key>/withdraw/", withdrawing, name="standard.withdraw.strike"),
    path("<slug:key>/assess/", views.keep, name="standard.assess"),
]
