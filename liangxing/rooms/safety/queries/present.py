"""How many people are behind each stairs, by day or by night: counts from the register, and no names."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from typing import Any
from uuid import UUID

from django.db.models import Count

from liangxing.ledger.models import Community
from liangxing.register.models import Flat, Household, Resident

from ..models import Presence, Spot, Vulnerable

Place = tuple[UUID, UUID | None]  # a building, and the entrance if the flat is known


@dataclass(frozen=True, slots=True)
class Behind:
    """People behind one stairs, and those of them who walk slowly."""

    people: int
    slow: int


@dataclass(frozen=True, slots=True)
class Counted:
    """By spot, who is behind it; the buildings with people and no spot; households without a resident recorded."""

    behind: Mapping[UUID, Behind]
    without_stairs: tuple[UUID, ...]
    silent_households: int
    stated: bool


def counted(community: Community, spots: Iterable[Spot], day: date, time: str) -> Counted:
    """Everybody, shared between the *spots* that have stairs."""
    homes = _homes(community, day)
    residents = _by_household(_standing(Resident, community, day))
    lives = _at(homes, residents)
    slow = _at(homes, _by_household(_standing(Vulnerable, community, day)))
    told = {p.building_id: p for p in _standing(Presence, community, day).filter(time=time)}
    doors: dict[UUID, list[Spot]] = {}
    for spot in spots:
        if spot.building_id:
            doors.setdefault(spot.building_id, []).append(spot)
    everywhere = {place[0] for place in lives} | {building for building in told if building}
    behind: dict[UUID, Behind] = {}
    for building in everywhere & doors.keys():
        there = told.get(building) or told.get(None)
        people = _present(_shared(lives, building, doors[building]), there)
        weak = _shared(slow, building, doors[building])
        behind |= {spot: Behind(n, min(n, weak[spot])) for spot, n in people.items()}
    lost = tuple(b for b in everywhere - doors.keys() if _any_there(lives, b, told.get(b) or told.get(None)))
    return Counted(behind, lost, len(homes.keys() - residents.keys()), bool(told))


def _standing(kind: Any, community: Community, day: date) -> Any:
    return kind.objects.known().standing_on(day).filter(community=community).order_by()


def _homes(community: Community, day: date) -> dict[UUID, Place]:
    entrances: dict[UUID, UUID] = dict(_standing(Flat, community, day).values_list("fact", "entrance"))
    rows = _standing(Household, community, day).values_list("fact", "building", "flat")
    return {fact: (building, entrances.get(flat)) for fact, building, flat in rows}


def _by_household(rows: Any) -> dict[UUID, int]:
    return dict(rows.values_list("household").annotate(people=Count("pk")))


def _at(homes: Mapping[UUID, Place], people: Mapping[UUID, int]) -> Counter[Place]:
    found: Counter[Place] = Counter()
    for household, count in people.items():
        if household in homes:
            found[homes[household]] += count
    return found


def _shared(lives: Counter[Place], building: UUID, doors: list[Spot]) -> dict[UUID, int]:
    """By spot: those behind its entrance, and an even share of the rest of the building."""
    named = {spot.entrance_id: spot for spot in doors if spot.entrance_id}
    found = dict.fromkeys((spot.fact for spot in doors), 0)
    rest = 0
    for (house, entrance), people in lives.items():
        if house == building:
            if entrance in named:
                found[named[entrance].fact] += people
            else:
                rest += people
    open_to = [spot.fact for spot in doors if not spot.entrance_id] or list(found)
    for n, spot in enumerate(open_to):
        found[spot] += rest // len(open_to) + (n < rest % len(open_to))
    return found


def _present(people: dict[UUID, int], told: Presence | None) -> dict[UUID, int]:
    """How many of *people* are there, as it is *told*: in whole people, none lost to rounding over a building."""
    whole = sum(people.values())
    if told is None:
        return people
    if told.people is None:
        wanted = _rounded(whole, told)
    else:
        wanted = told.people
        if whole == 0:
            people, whole = dict.fromkeys(people, 1), len(people)
    exact = {spot: Decimal(n * wanted) / max(whole, 1) for spot, n in people.items()}
    found = {spot: int(n) for spot, n in exact.items()}
    later = sorted(exact, key=lambda spot: (found[spot] - exact[spot], spot))
    for spot in later[: wanted - sum(found.values())]:
        found[spot] += 1
    return found


def _rounded(people: int, told: Presence) -> int:
    share = Decimal(people) * Decimal(told.share_percent or 0) / 100
    return int(share.quantize(Decimal(1), ROUND_HALF_UP))


def _any_there(lives: Counter[Place], building: UUID, told: Presence | None) -> bool:
    people = sum(n for (house, _), n in lives.items() if house == building)
    return bool(people if told is None else told.people if told.people is not None else _rounded(people, told))
