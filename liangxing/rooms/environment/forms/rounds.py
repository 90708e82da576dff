"""Forms of rounds."""

from __future__ import annotations

from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from liangxing.records.forms import RecordForm, form_of

from ..inspection.checklists import answers_of, checklist, written
from ..models import InspectionPoint, InspectionRoute, Mending, PointCheck, Round, RouteStop
from ..queries.where import NEAR_M, beyond_m

InspectionRouteForm = form_of(InspectionRoute, "code name rhythm post sample day until note", numbered=True)
RoundForm = form_of(Round, "code route post asked missed finished day note", same="route post")
MendingForm = form_of(Mending, "point found_on day note")


class InspectionPointForm(RecordForm[InspectionPoint]):
    """A point: within the community, and of a kind that says what is checked."""

    ahead = ("until", "expires_on")
    same, numbered = ("kind", "place", "building"), True

    class Meta:
        model = InspectionPoint
        fields = ["code", "name", "kind", "place", "building", "geometry", "expires_on", "day", "until", "note"]

    def clean_geometry(self) -> str:
        """Refuse what lies outside the community: nobody would find it on a round."""
        told: str = self.cleaned_data["geometry"]
        if (far := beyond_m(self.community, told)) > NEAR_M:
            raise ValidationError(
                _("This lies %(far)s m outside the community: check east and north, or name a place instead."),
                params={"far": round(far)},
            )
        return told

    def clean(self) -> dict[str, Any]:
        """Somebody must be able to find it."""
        told = super().clean()
        if not any(told.get(name) for name in ("place", "building", "geometry")) and not self.errors:
            self.add_error("place", _("Say where it is: a place, a building, or a spot on the map."))
        return told


class RouteStopForm(RecordForm[RouteStop]):
    """A stop: a point that stands, once on its route."""

    same = ("route",)

    class Meta:
        model = RouteStop
        fields = ["route", "position", "point", "day", "until", "note"]

    def clean(self) -> dict[str, Any]:
        """A point that is gone lies on no route; that none lies there twice, the database holds."""
        told = super().clean()
        point, until = told.get("point"), told.get("until")
        if point and point.until and until is None:
            self.add_error("point", _("%s is no longer there: take another point, or say until when it was.") % point)
        return told

    def _post_clean(self) -> None:
        """By hand, a stop that stands already is refused; a line of an import that says it again is the same one."""
        super()._post_clean()  # type: ignore[misc]  # Django's own, of every model form
        told = self.cleaned_data
        if told.get("route") and told.get("point") and told.get("until") is None:
            stops = RouteStop.objects.known().filter(route=told["route"].fact, point=told["point"].fact, until=None)
            if stops.exclude(fact=self.instance.fact).exists():
                self.add_error("point", _("This point stands on the route already."))


class PointCheckForm(RecordForm[PointCheck]):
    """What was seen at a point; the answers are read by the checklist of its kind."""

    ahead = ()
    same = ("round",)

    class Meta:
        model = PointCheck
        fields = ["round", "point", "state", "answers", "at", "problem", "day", "note"]

    def clean(self) -> dict[str, Any]:
        """Answers must be answers to what is asked at such a point; what is wrong is not in order."""
        told = super().clean()
        point, state = told.get("point"), told.get("state")
        if not point or "answers" not in told:
            return told
        asks, read = checklist(point.kind), {}
        try:
            read = asks.read(answers_of(told["answers"]))
        except KeyError as error:
            self.add_error("answers", _("%s is no item of the checklist of this kind of point.") % error.args[0])
        except ValueError as error:
            self.add_error("answers", _("%s is no answer to its item: yes, no, a number, or a day.") % error)
        told["answers"] = written(read)
        if asks.wrong(read) and state == PointCheck.State.ORDER:
            self.add_error("state", _("An item was answered with no, so the point is not in order."))
        return told
