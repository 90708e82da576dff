"""A round of calls: begun, told about by whoever calls, and ended."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from liangxing.kernel.errors import Refused
from liangxing.ledger.acts import act
from liangxing.ledger.models import Community
from liangxing.records.actions import correct_many, end, write, write_many

from ..models import Alert, CallRound, HomeCall, PostCall, State

SLACK = timedelta(minutes=2)  # by which a phone's clock may be ahead and still be believed


def begin(
    name: str, *, community: Community, by: str, now: datetime, alert: Alert | None, exercise: bool, rise_min: int
) -> CallRound:
    """Begin a round; one for an alert that is an exercise is an exercise too, whatever was asked."""
    number = CallRound.objects.filter(community=community).count() + 1
    practised = exercise or (alert is not None and alert.status != Alert.Status.ACTUAL)
    made = CallRound(
        code=f"call-{number}",
        name=name[:80],
        alert_id=alert.fact if alert else None,
        exercise=practised,
        began_at=now,
        rise_min=rise_min,
        day=localdate(now),
    )
    return write(made, community=community, by=by)


def finish(called: CallRound, *, by: str) -> CallRound:
    """End a round: what was told of it stays."""
    return end(called, until=localdate(), by=by)


def believed(told_at: datetime | None, called: CallRound, now: datetime) -> datetime:
    """When something was told: as the phone says, unless its clock cannot be right; then when it arrived.

    What was tapped without a network arrives late and keeps its own hour; a clock that is an hour wrong would put it
    before the round began or into the time to come, and is not believed.
    """
    if told_at is None or told_at < called.began_at or told_at > now + SLACK:
        return now
    return min(told_at, now)


def tell(
    called: CallRound,
    *,
    posts: Mapping[UUID, str] | None = None,
    homes: Mapping[UUID, str] | None = None,
    channel: str,
    told_at: datetime | None = None,
    by: str,
    now: datetime,
) -> int:
    """Keep what is known of *posts* and *homes* (facts with their states) in one act; how many it changed.

    Of two tellings the later one counts, by the hour at which it was told and not at which it arrived.
    """
    if called.struck_at or not (called.until is None or localdate(now) < called.until):
        raise Refused(_("This round is over: nothing more is told of it."))
    at = believed(told_at, called, now)
    with act("safety.call.tell", community=called.community, by=by):
        return _lay(called, PostCall, "post", posts or {}, channel, at, by) + _lay(
            called, HomeCall, "household", homes or {}, channel, at, by
        )


def _lay(
    called: CallRound, kind: Any, column: str, told: Mapping[UUID, str], channel: str, at: datetime, by: str
) -> int:
    """Write what is new and correct what differs, of one kind."""
    states = {fact: State(state) for fact, state in told.items()}
    here = kind.objects.known().filter(round=called.fact, **{f"{column}__in": list(states)})
    there = {getattr(row, f"{column}_id"): row for row in here}
    new, changed = [], []
    for fact, state in states.items():
        said = {"state": state, "told_at": at, "channel": channel, "day": localdate(at)}
        old = there.get(fact)
        if old is None:
            new.append(kind(round_id=called.fact, **{f"{column}_id": fact}, **said))
        elif old.state != state and at >= old.told_at:
            changed.append((old, old.anew(**said)))
    write_many(new, community=called.community, by=by)
    correct_many(changed, community=called.community, by=by)
    return len(new) + len(changed)
