"""Pages of rounds."""

from liangxing.records.views import urls_of

from .. import forms, models

urlpatterns = [
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
