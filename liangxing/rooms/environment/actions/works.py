"""Keeping a picture of works, and that it was taken from the same spot as one before."""

from __future__ import annotations

from datetime import date
from typing import BinaryIO

from liangxing.evidence.actions import attach
from liangxing.ledger.acts import act
from liangxing.records.actions import write_once

from ..models import WorksPicture, WorksPlan

Moment = WorksPicture.Moment
SORTS = {Moment.BEFORE: "before", Moment.DURING: "photo", Moment.AFTER: "after"}


def picture(
    plan: WorksPlan, file: BinaryIO, *, name: str, spot: int, moment: Moment, stands: str, day: date, by: str
) -> WorksPicture:
    """Keep *file* as a picture of *plan*; ``paired`` when it is not of before, and one of before has its spot."""
    with act("environment.works.picture", community=plan.community, by=by):
        before = WorksPicture.objects.known().filter(plan=plan.fact, spot=spot, moment=Moment.BEFORE).first()
        made = WorksPicture(plan_id=plan.fact, spot=spot, moment=moment, day=day)
        made.stands = stands or (before.stands if before else "")
        made.paired = moment != Moment.BEFORE and before is not None
        kept = write_once(made, community=plan.community, by=by)
        attach(kept, file, name=name, sort=SORTS[moment], by=by, channel="works", day=day)
    return kept
