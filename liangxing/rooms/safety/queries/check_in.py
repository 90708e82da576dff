"""Who is safe, who needs help, and who is silent, of thousands of households while they check in; and who may ask."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, field
from datetime import date
from typing import Any
from uuid import UUID

from django.db.models import Count as Number
from django.db.models import OuterRef, Subquery, UUIDField

from liangxing.ledger.models import Community
from liangxing.ledger.remember import until_told_of
from liangxing.records.models import Records
from liangxing.register.models import Building, Household

from ..models import Asking, CheckIn, Emergency, Trust

HOMES = ("register.household", "register.building", "register.estate")


@dataclass(slots=True)
class Count:
    """A building in an emergency: its households, and how many are safe, need help, or have not been heard of."""

    building: Building
    households: int = 0
    safe: int = 0
    help: int = 0

    @property
    def silent(self) -> int:
        """Households of which nothing is known yet."""
        return self.households - self.safe - self.help


def as_written(flat: UUID | str) -> UUID | str:
    """The number of a flat as it is compared: small and capital letters are the same, and spaces say nothing."""
    return "".join(flat.split()).casefold() if isinstance(flat, str) else flat


@dataclass(frozen=True, slots=True)
class Homes:
    """The households of a community by building; check-ins change nothing in it, so it is read once."""

    buildings: tuple[Building, ...]
    households: dict[UUID, int] = field(hash=False)  # how many in each building
    code_of: dict[UUID, str] = field(hash=False)
    fact_of: dict[UUID | str, UUID] = field(hash=False)  # by fact, and by the number as it is compared

    def find(self, flat: UUID | str) -> UUID | None:
        """The household of this fact or number."""
        return self.fact_of.get(as_written(flat))

    def counts(self, told: Records[CheckIn], within: Collection[UUID] | None = None) -> list[Count]:
        """A count for each building with a household, from what was *told*: of those *within*, or of all. One query.

        The database adds up, for it lets other threads go on meanwhile.
        """
        found = {
            house.fact: Count(house, self.households[house.fact])
            for house in self.buildings
            if self.households[house.fact] and (within is None or house.fact in within)
        }
        now = Household.objects.known().filter(fact=OuterRef("household_id")).values("building_id")[:1]
        said: Any = (
            told.order_by().annotate(building=Subquery(now, output_field=UUIDField())).values_list("building", "state")
        )
        for building, state, some in said.annotate(some=Number("id")):
            if count := found.get(building):
                setattr(count, state, some)
        return list(found.values())


@until_told_of(lambda _day: HOMES)
def homes_of(community: Community, day: date) -> Homes:
    """The households that stand on *day*."""
    rows: Any = Household.objects.known().standing_on(day).filter(community=community).order_by("code")
    told = list(rows.values_list("fact", "code", "building"))
    houses = tuple(Building.objects.known().filter(community=community).select_related("estate"))
    households = dict.fromkeys([house.fact for house in houses], 0)
    for _fact, _code, building in told:
        households[building] = households.get(building, 0) + 1
    code_of = {fact: code for fact, code, _building in told}
    return Homes(
        houses, households, code_of, {fact: fact for fact in code_of} | {as_written(c): f for f, c in code_of.items()}
    )


def told_in(emergency: Emergency) -> Records[CheckIn]:
    """What is known of households now, one telling for each."""
    return CheckIn.objects.known().filter(community=emergency.community_id, emergency=emergency.fact)


def trusted(home: Household, day: date) -> Records[Trust]:
    """Who may ask how *home* is, as it said itself."""
    return Trust.objects.known().standing_on(day).filter(household=home.fact).order_by("name")


def waiting(community: Community) -> Records[Asking]:
    """Questions that wait for people to answer them, the oldest first."""
    asked = Asking.objects.known().filter(community=community, outcome=Asking.Outcome.WAITING)
    return asked.select_related("emergency").order_by("recorded_at")
