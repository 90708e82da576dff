"""How long a clause takes, and how we know: said by the committee, by the standard, or by what recording cost here."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import Enum

from liangxing.ledger.models import Community
from liangxing.measures.measure import MEASURES, Ratio
from liangxing.standards.book import Clause
from liangxing.standards.models import Undertaking

from .history import Cost, lasting, typing_costs
from .needs import Need

ROUND_MIN = 30  # minutes where nothing is known: only to put the plan in order, and said so


class Ground(Enum):
    """On what an estimate stands."""

    UNDERTAKEN = "undertaken"  # whoever took it said so
    DECLARED = "declared"  # the standard does
    COUNTED = "counted"  # from the records of the kind
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Effort:
    """``minutes`` in all, for so many ``records`` when they can be counted; ``typing`` and ``lasting``: one of them."""

    minutes: int
    ground: Ground
    records: int | None = None
    typing: Cost | None = None
    lasting: Cost | None = None


def undertakings(community: Community, standard: str) -> dict[str, Undertaking]:
    """For each clause of the *standard*, by its number, what was undertaken."""
    rows = Undertaking.objects.known().filter(community=community, standard=standard)
    return {one.number: one for one in rows.select_related("organisation")}


def effort(
    community: Community, clause: Clause, lacks: Sequence[Need], day: date, taken: Undertaking | None = None
) -> Effort:
    """What closing the gap of *clause* takes."""
    some = [abs(need.records) for need in lacks if need.records]
    records = sum(some) if some and len(some) == len(lacks) else None
    if taken and taken.minutes:
        return Effort(taken.minutes, Ground.UNDERTAKEN, records)
    if clause.effort_min:
        return Effort(clause.effort_min, Ground.DECLARED, records)
    if records and (counted := _counted(community, lacks, day)):
        return counted
    return Effort(ROUND_MIN, Ground.NONE, records)


def _counted(community: Community, lacks: Sequence[Need], day: date) -> Effort | None:
    """From the records of the kinds that are missing; ``None`` when the history of one of them is too short."""
    minutes = records = 0
    typing = lasts = None
    for need in lacks:
        measure = MEASURES[need.measure]
        if isinstance(measure, Ratio):
            return None
        typing = typing_costs(community).get(measure.of._meta.label_lower)
        lasts = lasting(community, measure, day)
        if typing is None and lasts is None:
            return None
        many = abs(need.records or 0)
        records += many
        minutes += many * ((typing.minutes if typing else 0) + (lasts.minutes if lasts else 0))
    return Effort(max(1, minutes), Ground.COUNTED, records, typing, lasts)
