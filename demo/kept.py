"""Two samples of those who pledged: one that was asked about, and one that is being asked."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from .facts import chance

if TYPE_CHECKING:
    from liangxing.ledger.models import Community

BY = "worker"
SAMPLES = (("CY-{0}-1", "cooling", 40, "7c1f0a9e52d84b36", 1.0), ("CY-{0}-2", "bag", 30, "e05b94c1a3f7268d", 0.6))
KEEPS, REACHED = 0.7, 0.9  # of those who are asked, so many keep it; of those drawn, so many are reached


def ask(community: Community, today: date) -> None:
    """Publish the samples, and note what was said; done again on a later day it adds nothing."""
    from liangxing.records.actions import write_once
    from liangxing.rooms.outreach.actions import note_answers
    from liangxing.rooms.outreach.models import Call, PledgeSample
    from liangxing.rooms.outreach.queries import drawn_of

    who: Any = {"community": community, "by": BY}
    day = date(today.year, 1, 12)
    for code, key, size, seed, asked in SAMPLES:
        call = Call.objects.known().get(community=community, code=key)
        made = PledgeSample(code=code.format(today.year), call_id=call.fact, size=size, seed=seed, day=day)
        sample = write_once(made, **who)
        drawn = drawn_of(sample)
        said = {p.household_id: _said(f"{key}/{n}") for n, p in enumerate(drawn[: int(len(drawn) * asked)])}
        note_answers(sample, said, day=day, by=BY)


def _said(key: str) -> str:
    told = chance(f"kept/{key}")
    if told.random() > REACHED:
        return "not-reached"
    return "kept" if told.random() < KEEPS else "not-kept"
