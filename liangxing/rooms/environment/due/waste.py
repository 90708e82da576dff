"""What waits of waste and of the grounds."""

from datetime import date, timedelta
from typing import Any

from django.db.models import Exists, OuterRef
from django.utils.translation import gettext_lazy as _

from liangxing.records.due import due
from liangxing.records.models import Records

from ..models import Appointment, BinCheck, BlockedLane, CollectionDay, NoiseComplaint, PlaceCheck, Sampling, WeighSlip

LATE = timedelta(days=14)


@due(BlockedLane, _("fire lane blocked still"), by="day", ends=True)
def blocked_still(rows: Records[Any], today: date) -> Records[Any]:
    """Blocked lanes that nobody has cleared, the oldest first."""
    return rows.standing_on(today).order_by("day")


@due(
    NoiseComplaint,
    _("noise: not settled yet"),
    by="day",
    shows="sort",
    page="environment.noisecomplaint.desk",
    waits=True,
)
def noise_open(rows: Records[Any], today: date) -> Records[Any]:
    """Complaints about noise that are not settled, the oldest first."""
    return rows.standing_on(today).order_by("day")


@due(WeighSlip, _("the slip does not say which class"), by="day")
def without_class(rows: Records[Any], today: date) -> Records[Any]:
    """Slips of the last two months that say no class: no share counts them."""
    return rows.filter(waste_class="", day__gt=today - timedelta(days=62)).order_by("day")


@due(Sampling, _("drawn, and nobody has looked"), by="day", page="environment.sampling.desk")
def not_looked_at(rows: Records[Any], today: date) -> Records[Any]:
    """Samples of the last month of which nothing was looked at."""
    looked = [Exists(kind.objects.known().filter(sampling=OuterRef("fact"))) for kind in (BinCheck, PlaceCheck)]
    return rows.filter(~looked[0], ~looked[1], day__gt=today - 2 * LATE).order_by("day")


@due(CollectionDay, _("over: say what was fetched"), by="day", page="environment.collectionday.desk")
def not_said(rows: Records[Any], today: date) -> Records[Any]:
    """Collection days that are over and have appointments of which nobody said whether the thing was fetched."""
    booked = Appointment.objects.known().filter(collection_day=OuterRef("fact"), state=Appointment.State.BOOKED)
    return rows.filter(Exists(booked), day__lt=today, day__gt=today - 2 * LATE).order_by("day")
