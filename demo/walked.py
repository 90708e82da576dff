"""What is walked and photographed and not told by a table: the drawn rounds of the last weeks, the pictures of works.

A second run on the same day adds nothing: a round is begun once in its term, a picture is kept once.
"""

from __future__ import annotations

import io
from datetime import date, timedelta
from functools import partial
from typing import TYPE_CHECKING, Any

from .facts import chance

if TYPE_CHECKING:
    from liangxing.ledger.models import Community

BY = "volunteer"
WEEKS = 8  # of drawn rounds, with the one that is under way


def walk(community: Community, today: date) -> int:
    """Write it down, in one act; how many records that adds."""
    from liangxing.ledger.acts import act
    from liangxing.rooms.environment.models import InspectionRoute

    with act("demo.walked", community=community, by=BY) as done:
        before = len(done.told)
        sampled = InspectionRoute.objects.known().filter(community=community).exclude(sample=None)
        for route in sampled:
            for week in range(WEEKS - 1, -1, -1):
                _round(route, today - timedelta(weeks=week), whole=week > 0)
        _pictures(community)
        return len(done.told) - before


def _round(route: Any, day: date, *, whole: bool) -> None:
    """A drawn round: closed when it is *whole*, else begun, and half of its points told."""
    from liangxing.rooms.environment.actions.rounds import Told, begin, close, confirm
    from liangxing.rooms.environment.models import PointCheck
    from liangxing.rooms.environment.queries.rounds import round_of_term, walked

    if round_of_term(route, day):
        return
    made = begin(route, post=route.post_id, day=day, by=BY)
    seen = walked(made).seen
    for one in seen if whole else seen[: len(seen) // 2]:
        full = chance(f"walked/{day}/{one.point.code}").random() < 0.12
        state = PointCheck.State.FINDING if full else PointCheck.State.ORDER
        confirm(made, one.point, Told(state, {"space": "no" if full else "yes"}, day), by=BY)
    if whole:
        close(made, by=BY)


def _pictures(community: Community) -> None:
    """A drawing for each picture of works that is registered and has none: of before and after, of one place."""
    from liangxing.evidence.actions import attach
    from liangxing.evidence.models import Piece
    from liangxing.rooms.environment.models import WorksPicture

    from .pictures import places
    from .pictures.canvas import Canvas

    scenes = {"greening": places.greening, "ditch": places.ditch, "railing": places.railing, "sewer": places.sewer,
              "pavement": places.pavement, "signs": places.signs, "shed": places.railing}  # fmt: skip
    there = set(Piece.objects.known().filter(community=community).values_list("proves", flat=True))
    for one in WorksPicture.objects.known().filter(community=community).select_related("plan"):
        if one.fact in there:
            continue
        canvas = Canvas(f"works/{one.plan.code}/{one.spot}")
        partial(scenes[one.plan.sort], after=one.moment == "after")(canvas)
        name = f"{one.plan.name} {one.spot} {one.get_moment_display()}.png"
        attach(one, io.BytesIO(canvas.png()), name=name, sort=one.moment, by=BY, day=one.day)
