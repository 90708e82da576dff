"""A household reads its own meter."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from django.utils.translation import gettext as _

from liangxing.kernel.errors import Refused
from liangxing.ledger.acts import act
from liangxing.records.actions import correct, write

from ..models import Meter, Reading
from .derive import derive

MUCH = 8  # times as much a day as since the reading before: a slip of the point, or another unit
AT_LEAST = 5  # days between readings for that comparison


def odd(meter: Meter, shown: Decimal, day: date) -> str:
    """What is odd about a reading beside those before it, as a question to whoever typed it; empty when nothing is."""
    told = Reading.objects.known().filter(meter=meter.fact, day__lt=day, reading__isnull=False).order_by("-day")
    before = list(told[:2])
    if not before:
        return ""
    last = before[0]
    at = last.start_reading if last.start_reading is not None else last.reading or Decimal(0)
    if shown < at:
        words = _("The register showed %(at)s before: is %(shown)s right, without the digits behind the point?")
        return words % {"at": f"{at.normalize():f}", "shown": f"{shown:f}"}
    if len(before) == 2 and last.sort == Reading.Sort.READ and (day - last.day).days >= AT_LEAST:
        days, rose = (last.day - before[1].day).days, at - (before[1].reading or at)
        if days > 0 and rose > 0 and (shown - at) / (day - last.day).days > MUCH * rose / days:
            return _("That is more than eight times as much a day as before: is there a digit too many?")
    return ""


def read_meter(meter: Meter, shown: Decimal, *, day: date, by: str) -> Reading:
    """Keep what the register showed, and derive the meter's use anew. Typed again on the same day, it is corrected.

    ``Refused`` where somebody else has read another number on that day: only the register itself can tell.
    """
    with act("saving.reading.read", community=meter.community, by=by):
        told = Reading.objects.known().filter(meter=meter.fact, day=day, sort=Reading.Sort.READ).select_related("act")
        old = told.first()
        if old is None:
            kept = Reading(meter_id=meter.fact, day=day, sort=Reading.Sort.READ, reading=shown)
            write(kept, community=meter.community, by=by)
        elif old.reading == shown:
            return old
        elif old.act.actor == by:
            kept = correct(old, by=by, why=_("typed again"), reading=shown)
        else:
            raise Refused(_("Somebody has read another number on that day: ask at the community office."))
        derive(meter.community, today=day, by=by, only=[meter.fact])
    return kept
