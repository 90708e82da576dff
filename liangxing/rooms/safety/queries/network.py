"""The ways out as the computation wants them, from records as they stand on a day; and the records behind its words."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from liangxing.kernel.canonical import digest
from liangxing.ledger.models import Community
from liangxing.records.models import Record
from liangxing.register.models import Building

from ..evacuation import faults, network
from ..evacuation.entered import data_of
from ..models import Closure, Presence, Shelter, Spot, Way
from .present import Counted, counted
from .space import room
from .spots import position


@dataclass(frozen=True, slots=True)
class Scenario:
    """What a plan is for: everybody by day or at night, and with ways closed by flood or fire."""

    time: str = Presence.Time.NIGHT
    cause: str = ""

    @property
    def key(self) -> str:
        """Short, for codes and addresses."""
        return f"{self.time}-{self.cause}" if self.cause else str(self.time)


@dataclass(frozen=True)
class Entered:
    """A network with the records it comes from, and what is worth saying of them."""

    network: network.Network
    spots: tuple[Spot, ...]
    ways: tuple[Way, ...]
    shelters: tuple[Shelter, ...]
    counted: Counted
    faults: tuple[faults.Fault, ...] = ()

    @property
    def digest(self) -> str:
        """SHA-256 of all that goes into the computation: another one means that something has changed."""
        return digest_of(self.network)

    @property
    def estimated(self) -> int:
        """How many widths nobody has measured."""
        return sum(not way.width_measured for way in self.network.ways)

    def records(self) -> dict[str, Record]:
        """By the id under which the computation speaks of it: the record to mend."""
        return {thing.code: thing for thing in (*self.spots, *self.shelters, *self.ways)}


def digest_of(entered: network.Network) -> str:
    """SHA-256 of *entered* as plain data, whose numbers are told as text: canonical JSON has no floats."""
    told = data_of(entered)
    rows = {sort: [{key: repr(v) if isinstance(v, float) else v for key, v in row.items()} for row in things]
            for sort, things in told.items() if sort != "name"}  # fmt: skip
    return digest(rows)


def entered(community: Community, day: date, scenario: Scenario) -> Entered:
    """The network of *community* on *day* for *scenario*. What is missing before one can compute is in ``faults``."""
    spots = tuple(_standing(Spot, community, day))
    ways = tuple(_standing(Way, community, day))
    used = {spot.shelter_id for spot in spots if spot.shelter_id}
    shelters = tuple(shelter for shelter in _standing(Shelter, community, day) if shelter.fact in used)
    people = counted(community, spots, day, scenario.time)
    told = network.Network(
        tuple(network.Spot(spot.code, *position(spot.geometry)) for spot in spots),
        tuple(_ways(ways, spots, community, day, scenario)),
        tuple(_wells(spots, people, community)),
        tuple(_shelters(spots, shelters, day)),
        name=f"{community.name} {day:%Y-%m-%d} {scenario.key}",
    )
    if scenario.time == Presence.Time.NIGHT:
        told = told.at_night()
    return Entered(told, spots, ways, shelters, people, tuple(_missing(people, shelters, day)))


def _standing(kind: Any, community: Community, day: date) -> Any:
    return kind.objects.known().standing_on(day).filter(community=community).order_by("code", "pk")


def _ways(
    ways: Collection[Way], spots: Collection[Spot], community: Community, day: date, scenario: Scenario
) -> Iterator[network.Way]:
    called = {spot.fact: spot.code for spot in spots}
    shut: dict[UUID, int] = {}
    closures = Closure.objects.known().standing_on(day).filter(community=community)
    for closure in closures.filter(cause__in={Closure.Cause.WORKS, scenario.cause}):
        seconds = 60 * (closure.closes_min or 0)
        shut[closure.way_id] = min(seconds, shut.get(closure.way_id, seconds))
    for way in ways:
        closes = shut.get(way.fact)
        yield network.Way(
            way.code,
            (called.get(way.start_id, "?"), called.get(way.finish_id, "?")),
            float(way.length_m),
            float(way.width_m),
            network.Kind(way.sort),
            one_way=way.one_way,
            width_measured=way.measured,
            closed_at_night=way.night_locked,
            closes_s=closes or None,
            shut=closes == 0,
        )


def _wells(spots: Collection[Spot], people: Counted, community: Community) -> Iterator[network.Stairwell]:
    facts = {spot.building_id for spot in spots if spot.building_id}
    codes = dict(Building.objects.known().filter(community=community, fact__in=facts).values_list("fact", "code"))
    for spot in spots:
        if spot.building_id and (behind := people.behind.get(spot.fact)):
            building = codes.get(spot.building_id, "?")
            yield network.Stairwell(spot.code, building, spot.code, behind.people, behind.slow)


def _shelters(spots: Collection[Spot], shelters: Collection[Shelter], day: date) -> Iterator[network.Shelter]:
    """One for each shelter, at its first door; further doors of it are ways to the first, which must be drawn."""
    doors: dict[UUID, str] = {}
    for spot in spots:
        if spot.shelter_id:
            doors.setdefault(spot.shelter_id, spot.code)
    for shelter in shelters:
        yield network.Shelter(shelter.code, doors[shelter.fact], float(room(shelter, day) or 0), 1.0)


def _missing(people: Counted, shelters: Collection[Shelter], day: date) -> Iterator[faults.Fault]:
    if people.without_stairs:
        codes = Building.objects.known().filter(fact__in=people.without_stairs).values_list("code", flat=True)
        yield faults.NoStairs(*sorted(codes))
    if lost := [shelter.code for shelter in shelters if room(shelter, day) is None]:
        yield faults.NoCapacity(*lost)
