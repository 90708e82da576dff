"""Which rounds are due, which were not closed, and what is about to expire."""

from datetime import date, timedelta
from typing import Any

from django.db.models import Case, DateField, Exists, OuterRef, Q, Value, When
from django.utils.translation import gettext_lazy as _

from liangxing.records.due import SOON, due
from liangxing.records.models import Records

from ..inspection.terms import RHYTHMS, term_of
from ..models import InspectionPoint, InspectionRoute, Round

# So many days before its term ends, a round is called to mind.
AHEAD_D = {"daily": 1, "weekly": 7, "monthly": 10, "quarterly": 20, "half-yearly": 30, "yearly": 45}


@due(InspectionRoute, _("its round is due"), by="due_on", shows="name", page="environment.turn.walk")
def to_walk(rows: Records[Any], today: date) -> Records[Any]:
    """Routes of which no round of the term was closed, and whose term ends soon; ``due_on``: its last day."""
    last, asks = [], Q(pk__in=[])
    for rhythm in RHYTHMS:
        first, after = term_of(today, rhythm)
        last.append(When(rhythm=rhythm, then=Value(after - timedelta(days=1))))
        if after - today <= timedelta(days=AHEAD_D[rhythm]):
            closed = Round.objects.known().filter(route=OuterRef("fact"), finished=True, day__gte=first)
            asks |= Q(~Exists(closed), rhythm=rhythm)
    told = rows.standing_on(today).annotate(due_on=Case(*last, output_field=DateField()))
    return told.filter(asks).order_by("due_on", "code")


@due(Round, _("was begun and not closed"), by="day", shows="route", page="environment.round.walk")
def not_closed(rows: Records[Any], today: date) -> Records[Any]:
    """Rounds that somebody has begun on an earlier day."""
    return rows.filter(finished=False, day__lt=today)


@due(InspectionPoint, _("is good only until then"), by="expires_on", shows="name")
def expires(rows: Records[Any], today: date) -> Records[Any]:
    """Points that are there, and past their date or nearly so."""
    return rows.standing_on(today).filter(expires_on__lte=today + SOON)
