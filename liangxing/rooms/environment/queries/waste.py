"""Waste of one month: what was weighed on either side, and the days on which waste is fetched by appointment."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any
from uuid import UUID

from django.db.models import Max

from liangxing.kernel.period import Period
from liangxing.ledger.models import Community

from ..models import Appointment, CollectionDay, Emptying, SortedBin, WeighSlip
from ..sorting.balance import Balance, Bin, Slip, Weight, balance
from ..sorting.classes import in_force

TAKEN = (Appointment.State.BOOKED, Appointment.State.DONE)


def newest_month(community: Community, today: date) -> Period:
    """The month of the newest slip or weight, or else the one of *today*."""
    last = [
        kind.objects.known().filter(community=community, day__lte=today).aggregate(it=Max("day"))["it"]
        for kind in (WeighSlip, Emptying)
    ]
    day = max((each for each in last if each), default=today)
    return Period.month(day.year, day.month)


def balance_of(community: Community, month: Period) -> Balance:
    """The balance of *month*, by what is known now. Three queries."""

    def known(kind: Any) -> Any:
        return kind.objects.known().filter(community=community).order_by()

    bins = {
        fact: Bin(code, of_class, day, until)
        for fact, code, of_class, day, until in known(SortedBin).values_list(
            "fact", "code", "waste_class", "day", "until"
        )
    }
    weighed = known(Emptying).filter(day__gte=month.first, day__lt=month.after)
    weights = [
        Weight(day, bins[at].code if at in bins else point or "", of_class, mass, bins.get(at))
        for day, at, point, of_class, mass in weighed.values_list("day", "bin", "point__code", "waste_class", "mass_kg")
    ]
    told = known(WeighSlip).filter(day__gte=month.first, day__lt=month.after)
    slips = [Slip(*row) for row in told.values_list("day", "code", "waste_class", "mass_kg", "vehicle")]
    return balance([*in_force(month.last).classes], weights, slips, list(bins.values()), month.first, month.after)


def coming_days(community: Community, today: date) -> list[CollectionDay]:
    """The days to come on which waste is fetched, the next first, today's too."""
    days = CollectionDay.objects.known().filter(community=community, day__gte=today)
    return list(days.select_related("place").order_by("day", "code"))


def appointments_for(days: Iterable[CollectionDay]) -> dict[UUID, list[Appointment]]:
    """For each day by its fact, its appointments that were not cancelled, in the order in which they were made."""
    found: dict[UUID, list[Appointment]] = {day.fact: [] for day in days}
    rows = Appointment.objects.known().filter(collection_day__in=found, state__in=TAKEN)
    for one in rows.select_related("household__building").order_by("fact"):
        found[one.collection_day_id].append(one)
    return found
