"""Homes that are alike: who is compared with whom, by a written rule and a lot that anybody can draw again.

The rule: the same carrier and the same months; no saving measure and no pledge of its own from a year before until
the end of what is asked, so that what such a home did is what everybody did; as many people (one or two, or more,
where at least 15 such homes have each); and, of those, the third in which its use of the year before lies. A part with
fewer than 15 homes is no group of its own. That use before and size make homes comparable is the finding of the
comparison group methods of OpenDSM (stratified sampling, *GRIDmeter*: https://grid.recurve.com) and of ACEEE and NREL's
Uniform Methods Project, chapter 8 (Agnew and Goldberg, 2017: NREL/SR-7A40-68564).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import sqrt
from statistics import fmean, stdev

from liangxing.kernel.drawing import drawn

from .cases import Answer

LEAST = 15  # homes behind a comparison: fewer would tell of each other
MOST = 120  # homes that are drawn for each carrier and period: more make it hardly surer, and slower
PARTS = 3
SEED = "liangxing-savings-1"


@dataclass(frozen=True, slots=True)
class Home:
    """A home that may be compared with: ``key`` of its meter, how many ``people`` (0: not known), and its answer."""

    key: str
    people: int
    answer: Answer


@dataclass(frozen=True, slots=True)
class Group:
    """Homes alike. ``shares``: what each of them saved of what was expected, by key."""

    name: str
    shares: Mapping[str, float]

    def without(self, key: str) -> Group:
        """The group as the home *key* sees it: nobody is compared with itself."""
        return Group(self.name, {k: share for k, share in self.shares.items() if k != key})

    @property
    def mean(self) -> float:
        """What they did together: the mean home's share."""
        return fmean(self.shares.values())

    @property
    def spread(self) -> float:
        """How far homes that did nothing of their own lie apart all the same; one standard deviation."""
        return stdev(self.shares.values())

    @property
    def error(self) -> float:
        """That of the mean."""
        return self.spread / sqrt(len(self.shares))


@dataclass(frozen=True, slots=True)
class Groups:
    """The groups of one carrier and period. ``steps``: for each size of home its groups, by the use up to which."""

    by_size: Mapping[bool | None, Sequence[tuple[float, Group]]]

    def of(self, people: int, a_year: float | None, key: str) -> Group | None:
        """That of a home with so many *people* that used so much *a_year*; ``None`` where there is none."""
        steps = self.by_size.get(_large(people)) or self.by_size.get(None)
        if not steps or a_year is None:
            return None
        group = next((group for top, group in steps if a_year <= top), steps[-1][1]).without(key)
        return group if len(group.shares) >= LEAST else None


def pool(keys: Iterable[str], period: str) -> list[str]:
    """Those of *keys* that are drawn to be compared with; *period* says which carrier and months."""
    return drawn(keys, MOST, f"{SEED} {period}")


def groups(homes: Iterable[Home], period: str) -> Groups:
    """The groups of *homes* whose answer is good."""
    good = [home for home in homes if home.answer.good and home.answer.a_year is not None]
    sizes: dict[bool | None, list[Home]] = {
        size: [home for home in good if _large(home.people) is size] for size in (True, False)
    }
    apart = all(len(some) > LEAST for some in sizes.values())
    parts = sizes if apart else {None: good}
    return Groups({size: _thirds(some, f"{period}/{_named(size)}") for size, some in parts.items()})


def _thirds(homes: Sequence[Home], name: str) -> list[tuple[float, Group]]:
    """*homes* by their use, in up to three parts of more than 15: each home leaves itself out."""
    if len(homes) <= LEAST:
        return []
    ordered = sorted(homes, key=lambda home: (home.answer.a_year or 0.0, home.key))
    many = max(1, min(PARTS, len(ordered) // (LEAST + 1)))
    edges = [len(ordered) * n // many for n in range(many + 1)]
    found = []
    for n in range(many):
        part = ordered[edges[n] : edges[n + 1]]
        shares = {home.key: home.answer.share for home in part}
        found.append((part[-1].answer.a_year or 0.0, Group(f"{name}/{n + 1}-{many}", shares)))
    return found


def _large(people: int) -> bool | None:
    """Whether more than two live there; ``None`` where nobody knows."""
    return None if not people else people > 2


def _named(size: bool | None) -> str:
    return {None: "all", True: "3-more", False: "1-2"}[size]
