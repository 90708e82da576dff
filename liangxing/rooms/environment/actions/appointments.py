"""Making an appointment for a collection day, taking it back, and saying that the thing was fetched."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

from django.utils.translation import gettext as _

from liangxing.kernel.errors import Refused
from liangxing.ledger.acts import act
from liangxing.records.actions import correct, write
from liangxing.register.models import Household

from ..models import Appointment, CollectionDay
from ..queries.waste import appointments_for

State = Appointment.State


def book(asked: CollectionDay, home: Household, *, item: str, pieces: int, today: date, by: str) -> Appointment:
    """Keep an appointment of *home*, or change the one it has; ``Refused`` when the day is over or full."""
    if not item.strip():
        raise Refused(_("Say what is to be fetched."))
    if pieces < 1:
        raise Refused(_("Say how many pieces there are: at least one."))
    if asked.day < today:
        raise Refused(_("This day is over: choose another."))
    with act("environment.appointment.book", community=asked.community, by=by):
        taken = appointments_for([asked])[asked.fact]
        ours = Appointment.objects.known().filter(collection_day=asked.fact, household=home.fact).first()
        if ours and ours.state == State.DONE:
            raise Refused(_("What you had for this day was fetched already: choose another day."))
        if len([one for one in taken if one.household_id != home.fact]) >= asked.slots:
            raise Refused(
                _("All %(slots)s appointments of this day are taken: choose another day.") % {"slots": asked.slots}
            )
        told: dict[str, Any] = {"item": item.strip()[:80], "pieces": pieces, "state": State.BOOKED, "day": today}
        if ours:
            return correct(ours, by=by, **told)
        new = Appointment(collection_day_id=asked.fact, household_id=home.fact, **told)
        return write(new, community=asked.community, by=by)


def cancel(one: Appointment, *, by: str) -> Appointment:
    """Take an appointment back; its place is free again. ``Refused`` once the thing was fetched."""
    if one.state == State.DONE:
        raise Refused(_("This was fetched already."))
    return one if one.state == State.CANCELLED else correct(one, by=by, state=State.CANCELLED)


def fetched(one: Appointment, asked: CollectionDay, *, mass_kg: Decimal | None, today: date, by: str) -> Appointment:
    """Say that the thing was fetched on its day, with its weight if it was weighed."""
    if one.state == State.CANCELLED:
        raise Refused(_("This appointment was taken back."))
    if asked.day > today:
        raise Refused(_("This day has not come yet."))
    if mass_kg is not None and not 0 < mass_kg <= 1000:
        raise Refused(_("One appointment weighs more than 0 and at most 1,000 kg: check the weight and its unit."))
    return correct(one, by=by, state=State.DONE, mass_kg=mass_kg, day=asked.day)
