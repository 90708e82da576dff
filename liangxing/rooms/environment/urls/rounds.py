"""Pages of rounds."""

from django.urls import path

from liangxing.records.views import urls_of

from .. import forms, models
from ..views import paper, rounds

urlpatterns = [
    path("rounds/", rounds.rounds, name="environment.rounds.walk"),
    path("rounds/<uuid:pk>/", rounds.turn, name="environment.turn.walk"),
    path("rounds/<uuid:pk>/walk/", rounds.walk, name="environment.round.walk"),
    path("rounds/<uuid:pk>/walk/<uuid:point>/", rounds.check, name="environment.check.walk"),
    path("rounds/<uuid:pk>/results/", rounds.results, name="environment.results.read"),
    path("rounds/<uuid:pk>/sheet/", paper.sheet, name="environment.sheet.walk"),
    path("rounds/<uuid:pk>/paper/", paper.paper, name="environment.paper.walk"),
    path("rounds/codes/<uuid:pk>/", paper.codes, name="environment.codes.print"),
    path("rounds/at/<uuid:point>/<str:sign>/", paper.scan, name="environment.point.scan"),
    *urls_of(
        models.InspectionPoint,
        forms.InspectionPointForm,
        columns=("code", "name", "kind", "place", "building", "expires_on"),
        filters=("kind", "place"),
    ),
    *urls_of(
        models.InspectionRoute, forms.InspectionRouteForm, columns=("code", "name", "rhythm", "post", "sample", "day")
    ),
    *urls_of(models.RouteStop, forms.RouteStopForm, columns=("route", "position", "point", "day"), filters=("route",)),
    *urls_of(
        models.Round,
        forms.RoundForm,
        columns=("code", "day", "route", "asked", "missed", "finished"),
        filters=("route", "finished"),
    ),
    *urls_of(
        models.PointCheck,
        forms.PointCheckForm,
        columns=("day", "point", "state", "round", "problem"),
        filters=("state", "round"),
    ),
    *urls_of(models.Mending, forms.MendingForm, columns=("day", "point", "found_on", "took_d")),
]
