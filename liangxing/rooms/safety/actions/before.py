"""What is done to a hazard step by step, and the count of what is in store."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

from django.utils.translation import gettext as _

from liangxing.kernel.errors import Refused
from liangxing.ledger.acts import act
from liangxing.ledger.models import Community
from liangxing.records.actions import correct, write, write_many
from liangxing.register.models import Post

from ..models import Hazard, HazardStep, Resource, StockTake
from ..queries.hazards import closed_by

Step = HazardStep.Step


def step(hazard: Hazard, kind: str, *, post: Post, day: date, note: str = "", by: str) -> HazardStep:
    """Keep a step and what follows from it: dealt with, the hazard ends; found still there, it stands again.

    ``Refused`` when somebody would re-check what they dealt with themselves, or nothing was dealt with yet.
    """
    is_open = hazard.until is None or hazard.until > day
    if kind == Step.CLOSED and not is_open:
        raise Refused(_("It is dealt with already: now somebody else looks again."))
    if kind != Step.CLOSED and (closer := closed_by(hazard.fact)) in (None, post.fact):
        raise Refused(
            _("Nobody has said yet that it is dealt with: first comes that step.")
            if closer is None
            else _("Whoever dealt with it does not re-check it: choose somebody else.")
        )
    with act("safety.hazard.step", community=hazard.community, by=by):
        if kind == Step.CLOSED:
            correct(hazard, by=by, until=day)
        elif kind == Step.REOPENED:
            correct(hazard, by=by, until=None)
        made = HazardStep(hazard_id=hazard.fact, step=kind, post_id=post.fact, day=day, note=note)
        return write(made, community=hazard.community, by=by)


def count_stores(
    told: Iterable[tuple[Resource, int, str]], *, day: date, community: Community, by: str
) -> list[StockTake]:
    """Keep what was counted of each store (pieces, and why they differ); what differs corrects the book.

    ``Refused`` names every store whose difference nobody explains, and then nothing is kept.
    """
    rows = list(told)
    if silent := [store.name for store, pieces, why in rows if pieces != store.pieces and not why]:
        raise Refused(_("Counted otherwise than the book says, and not explained: %(names)s.")
                      % {"names": ", ".join(silent)})  # fmt: skip
    takes = [_take(store, pieces, why, day) for store, pieces, why in rows]
    with act("safety.stores.count", community=community, by=by):
        write_many(takes, community=community, by=by)
        for store, pieces, why in rows:
            if pieces != store.pieces:
                correct(store, by=by, why=why, pieces=pieces)
    return takes


def _take(store: Resource, pieces: int, why: str, day: date) -> StockTake:
    said: dict[str, Any] = {"expected": store.pieces, "counted": pieces, "explained": why, "day": day}
    return StockTake(resource_id=store.fact, **said)
