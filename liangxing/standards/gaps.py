"""What to do next: the clauses that are not met, what each still needs, the most points for the least effort first."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from liangxing.ledger.models import Community

from .assess import Assessed, Judged
from .models import Undertaking
from .planning.effort import Effort, effort, undertakings
from .planning.needs import Need, needs
from .rules import Finding


@dataclass(frozen=True, slots=True)
class Gap:
    """A clause that is not met, what it still needs, and what that costs."""

    judged: Judged
    needs: tuple[Need, ...]
    effort: Effort

    @property
    def points_an_hour(self) -> float:
        """By which the plan is ordered; a clause without points counts as one."""
        return 60 * (self.judged.clause.points or 1) / self.effort.minutes


def gaps(community: Community, found: Assessed, taken: Mapping[str, Undertaking] | None = None) -> list[Gap]:
    """Clauses not met or unknown, in the order in which they are worth doing: points for each minute of effort."""
    open_ones = [j for j in found.judged if j.finding is not Finding.MET and j.clause.status != "hole"]
    taken = undertakings(community, found.book.key) if taken is None else taken
    made = []
    for judged in open_ones:
        lacks = tuple(needs(judged, found.got))
        made.append(
            Gap(judged, lacks, effort(community, judged.clause, lacks, found.day, taken.get(judged.clause.number)))
        )
    return sorted(made, key=lambda gap: -gap.points_an_hour)
