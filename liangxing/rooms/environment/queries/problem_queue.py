"""What waits at the desk, by how far it is, what it is about, by when it is due, and whose it is."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any
from uuid import UUID

from django.db.models import F, OuterRef, Q, Subquery

from liangxing.records.models import Records

from ..models import Problem, ProblemStep
from ..triage.categories import groups

State = ProblemStep.State
WEEK = timedelta(days=7)
DUE = ("overdue", "today", "week")


@dataclass(frozen=True, slots=True)
class Asked:
    """What somebody wants to see of the queue; an empty word asks nothing. ``mine``: the posts that are in charge."""

    state: str = ""
    group: str = ""
    due: str = ""
    mine: Collection[UUID] | None = None
    look: bool = False


def with_state(rows: Records[Any]) -> Records[Any]:
    """*rows*, each with ``last``: what the last step says, or nothing."""
    steps = ProblemStep.objects.known().filter(problem=OuterRef("fact")).order_by("-recorded_at")
    return rows.annotate(last=Subquery(steps.values("state")[:1]))


def queue(rows: Records[Problem], asked: Asked, today: date) -> Records[Problem]:
    """Those of *rows* that stand and are *asked* for, the first due first."""
    some: Records[Any] = rows.filter(until=None)
    if asked.group in groups():
        some = some.filter(sort__in=[one.key for one in groups()[asked.group]])
    if asked.due == "overdue":
        some = some.filter(due_on__lt=today)
    elif asked.due in DUE:
        some = some.filter(due_on__gte=today, due_on__lte=today + (WEEK if asked.due == "week" else timedelta(0)))
    if asked.mine is not None:
        some = some.filter(post__in=list(asked.mine))
    if asked.look:
        some = some.filter(held=Problem.Held.WAITS)
    if asked.state == State.RECEIVED:
        some = with_state(some).filter(Q(last=None) | Q(last=State.RECEIVED))
    elif asked.state in State.values:
        some = with_state(some).filter(last=asked.state)
    return some.order_by(F("due_on").asc(nulls_last=True), "pk")
