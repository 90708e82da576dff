"""The call tree: who calls whom in a round, and what is known of each. A few narrow queries, whatever the size."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.db.models import Q

from liangxing.ledger.models import Community
from liangxing.register.models import Building, Household, Post

from ..models import CallRound, GridDuty, HomeCall, Pairing, PostCall, State, Vulnerable

GRID, HEAD = "grid", "building_head"


@dataclass(slots=True)
class Caller:
    """Somebody who passes a warning on, by their post; ``above``: who takes over when they are silent."""

    post: UUID
    code: str
    name: str
    role: str
    account: str
    state: str = ""
    told_at: datetime | None = None
    above: tuple[UUID, ...] = ()


@dataclass(slots=True)
class House:
    """A building: its callers, and its households as (fact, code, state), in the order of their codes."""

    fact: UUID
    code: str
    heads: list[Caller] = field(default_factory=list)
    grid: list[Caller] = field(default_factory=list)
    homes: list[tuple[UUID, str, str]] = field(default_factory=list)
    counted: dict[str, int] = field(default_factory=dict)

    @property
    def reached(self) -> int:
        """Households that were told, whether or not they answered."""
        return self.counted.get(State.REACHED, 0) + self.answered

    @property
    def answered(self) -> int:
        """Households that answered."""
        return self.counted.get(State.ANSWERED, 0)

    @property
    def nobody(self) -> int:
        """Households where somebody tried, and nobody was there."""
        return self.counted.get(State.NOBODY, 0)

    @property
    def untold(self) -> int:
        """Households of which nothing is known."""
        return len(self.homes) - self.reached - self.nobody

    @property
    def silent(self) -> bool:
        """Whether nothing at all is known of the whole building."""
        return bool(self.homes) and not self.counted


@dataclass(slots=True)
class Tree:
    """Everybody who is to be called in a round."""

    round: CallRound
    houses: list[House]
    callers: dict[UUID, Caller]
    helped: dict[UUID, set[UUID]]  # the households that each helper's post stands beside

    def sums(self) -> dict[str, int]:
        """All households together."""
        keys = ("reached", "answered", "nobody", "untold")
        found = {key: sum(getattr(house, key) for house in self.houses) for key in keys}
        return found | {"homes": sum(len(house.homes) for house in self.houses)}

    def of(self, posts: Collection[UUID]) -> list[House]:
        """The part of the tree that the holder of *posts* calls: whole buildings, or single homes as a helper."""
        mine = [h for h in self.houses if any(c.post in posts for c in (*h.heads, *h.grid))]
        beside = {home for post in posts for home in self.helped.get(post, ())} - {n[0] for h in mine for n in h.homes}
        for house in self.houses if beside else ():
            if some := [home for home in house.homes if home[0] in beside]:
                mine.append(House(house.fact, house.code, homes=some))
        return mine

    def silent_houses(self) -> list[House]:
        """Buildings of which nothing is known."""
        return [house for house in self.houses if house.silent]

    def risen(self, now: datetime) -> list[Risen]:
        """Callers who have been silent too long, and how far it has risen: 1 to their grid worker, 2 to the desk."""
        minutes = (now - self.round.began_at).total_seconds() / 60
        levels = int(minutes // self.round.rise_min)
        if levels < 1:
            return []
        waiting = [c for c in self.callers.values() if c.state != State.ANSWERED]
        return [Risen(c, self._taker(c, levels), round(minutes)) for c in sorted(waiting, key=lambda c: c.code)]

    def _taker(self, caller: Caller, levels: int) -> Caller | None:
        """Who takes over: somebody above who has answered, while it has risen one level; else the desk (``None``)."""
        if levels > 1:
            return None
        above = [self.callers[post] for post in caller.above if post in self.callers]
        return next((one for one in above if one.state == State.ANSWERED), next(iter(above), None))


@dataclass(frozen=True, slots=True)
class Risen:
    """A silence that has gone a level up: whose it is, who takes over (``None``: the desk), after how many minutes."""

    caller: Caller
    taker: Caller | None
    minutes: int


def open_rounds(community: Community, day: date) -> Any:
    """Rounds that run on *day*, the newest first."""
    return CallRound.objects.known().standing_on(day).filter(community=community).order_by("-began_at")


def tree(called: CallRound, day: date) -> Tree:
    """The tree of a round as the register has it on *day*, with what is known of everybody."""
    here = {"community": called.community_id}
    houses = {
        fact: House(fact, code)
        for fact, code in Building.objects.known().standing_on(day).filter(**here).values_list("fact", "code")
    }
    _lay_homes(called, houses, Household.objects.known().standing_on(day).filter(**here))
    callers = _callers(called, day)
    _lay_callers(houses, callers, day, called)
    lived_in = [house for house in houses.values() if house.homes]
    return Tree(called, sorted(lived_in, key=lambda h: h.code), callers, _helped(called, callers, day))


def _lay_homes(called: CallRound, houses: dict[UUID, House], homes: Any) -> None:
    told = dict(HomeCall.objects.known().filter(round=called.fact).values_list("household", "state"))
    for fact, code, building in homes.order_by("code").values_list("fact", "code", "building"):
        if (house := houses.get(building)) is not None:
            state = told.get(fact, "")
            house.homes.append((fact, code, state))
            if state:
                house.counted[state] = house.counted.get(state, 0) + 1


def _callers(called: CallRound, day: date) -> dict[UUID, Caller]:
    posts = Post.objects.known().standing_on(day).filter(community=called.community_id)
    helpers = Pairing.objects.known().standing_on(day).filter(community=called.community_id).values("helper")
    told = {
        post: (state, at)
        for post, state, at in PostCall.objects.known()
        .filter(round=called.fact)
        .values_list("post", "state", "told_at")
    }
    columns = ("fact", "code", "name", "role", "account")
    found = posts.filter(Q(role__in=(GRID, HEAD)) | Q(fact__in=helpers)).values_list(*columns)
    return {row[0]: Caller(*row, *told.get(row[0], ("", None))) for row in found}


def _lay_callers(houses: dict[UUID, House], callers: dict[UUID, Caller], day: date, called: CallRound) -> None:
    """Put the callers on their buildings, and grid workers above heads."""
    here = {"community": called.community_id}
    posts = Post.objects.known().standing_on(day).filter(**here, role__in=(GRID, HEAD)).exclude(building=None)
    for fact, role, building in posts.order_by("code").values_list("fact", "role", "building"):
        if (house := houses.get(building)) is not None:
            (house.grid if role == GRID else house.heads).append(callers[fact])
    duties = GridDuty.objects.known().standing_on(day).filter(**here).exclude(post=None)
    for building, post in duties.values_list("building", "post"):
        house, caller = houses.get(building), callers.get(post)
        if house is not None and caller is not None and caller not in house.grid:
            house.grid.append(caller)
    for house in houses.values():
        for head in house.heads:
            head.above = tuple(dict.fromkeys((*head.above, *(one.post for one in house.grid))))


def _helped(called: CallRound, callers: dict[UUID, Caller], day: date) -> dict[UUID, set[UUID]]:
    """Which households each helper stands beside; nothing of why they need help."""
    pairs = Pairing.objects.known().standing_on(day).filter(community=called.community_id)
    found: dict[UUID, set[UUID]] = {}
    helped = Vulnerable.objects.known().standing_on(day).filter(community=called.community_id)
    homes = dict(helped.values_list("fact", "household"))
    for helper, vulnerable in pairs.values_list("helper", "vulnerable"):
        if helper in callers and vulnerable in homes:
            found.setdefault(helper, set()).add(homes[vulnerable])
    return found
