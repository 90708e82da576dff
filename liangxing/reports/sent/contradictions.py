"""Before sending: the figures that say something else than what was sent before."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from liangxing.ledger.models import Community
from liangxing.measures.measure import MEASURES, Stock
from liangxing.reports.blocks import Stated

from .living import living, statements
from .models import Statement, exact


@dataclass(frozen=True, slots=True)
class Contradiction:
    """A figure about to be sent, and the same one as somebody else has it. ``theirs_holds``: theirs is still right."""

    ours: Stated
    theirs: Statement
    theirs_holds: bool


def _question(measure: str, first: date, after: date) -> tuple[str, date | None, date]:
    """What a figure answers: a stock is of its last day, whenever the counting began; a flow is of all its days."""
    counted = MEASURES[measure].counted if measure in MEASURES else ()
    lasting = bool(counted) and all(isinstance(part, Stock) for part in counted)
    return measure, None if lasting else first, after


def contradictions(community: Community, stated: Iterable[Stated]) -> Sequence[Contradiction]:
    """Where *stated* differs from what was sent and not yet put right, the newest document first."""
    asked = {}
    for each in stated:
        claim = each.claim
        asked[_question(claim.measure, claim.period.first, claim.period.after)] = each
    some = statements(community, measure__in={key[0] for key in asked})
    same = [one for one in some if _question(one.measure, one.first, one.after) in asked]
    found = []
    for one in living(community, same, why=False):
        theirs = one.statement
        ours = asked[_question(theirs.measure, theirs.first, theirs.after)]
        believed = one.told.value if one.told else theirs.value
        if believed != exact(ours.claim.value):
            found.append(Contradiction(ours, theirs, one.holds))
    return found


def within(stated: Iterable[Stated]) -> list[tuple[Stated, Stated]]:
    """Pairs within one document in which the same question has two answers."""
    first: dict[object, Stated] = {}
    pairs = []
    for each in stated:
        claim = each.claim
        before = first.setdefault(_question(claim.measure, claim.period.first, claim.period.after), each)
        if exact(before.claim.value) != exact(claim.value):
            pairs.append((before, each))
    return pairs
