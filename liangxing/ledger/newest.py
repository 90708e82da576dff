"""Of each kind of record, the newest entry: what was counted of a kind stands until there is a newer one."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db.models import Max, QuerySet

from .models import Community, Entry, Head

Touches = Callable[[Community, Iterable[UUID]], Iterable[str]]
TOUCHES: dict[str, Touches] = {}
"""By kind: of which other kinds its records change what is counted. Evidence of a lesson touches lessons."""


@dataclass(frozen=True, slots=True)
class Newest:
    """A chain as far as entry *seq* with its *seal*: ``kinds`` has the seal of the newest entry about each kind."""

    seq: int
    seal: str
    kinds: Mapping[str, str]


_READ: dict[Any, Newest] = {}
_MOMENT: ContextVar[dict[Any, Newest | None] | None] = ContextVar("moment", default=None)


@contextmanager
def one_moment() -> Iterator[None]:
    """Within it a chain is looked at once, until an act is done: all that a page shows is of one moment."""
    token = _MOMENT.set({})
    try:
        yield
    finally:
        _MOMENT.reset(token)


def moved_on() -> None:
    """An act was done: what was looked at is of before."""
    if seen := _MOMENT.get():
        seen.clear()


def newest(community: Community) -> Newest | None:
    """Where the chain of *community* ends; ``None`` before its first act. What was read is not read again."""
    seen = _MOMENT.get()
    if seen is None:
        return _read(community)
    if community.pk not in seen:
        seen[community.pk] = _read(community)
    return seen[community.pk]


def _read(community: Community) -> Newest | None:
    head = Head.objects.filter(community=community).values_list("seq", "seal").first()
    if not head:
        return None
    seq, seal = head
    before = _READ.get(community.pk, Newest(0, "", {}))
    if before.seal == seal:
        return before
    if before.seq and not Entry.objects.filter(community=community, seq=before.seq, seal=before.seal).exists():
        before = Newest(0, "", {})  # another chain than the one that was read
    came = Entry.objects.filter(community=community, seq__gt=before.seq, seq__lte=seq)
    told = Newest(seq, seal, {**before.kinds, **_last(came, community, bool(before.seq))})
    _READ[community.pk] = told
    return told


def _last(came: QuerySet[Entry], community: Community, grown: bool) -> dict[str, str]:
    """The seal of the last of the entries that *came*, by kind; of a chain that has *grown*, also by touched kind."""
    last = came.order_by().values_list("kind").annotate(last=Max("seq")).values("last")
    newest_first = Entry.objects.filter(community=community, seq__in=last).order_by("seq")
    told = dict(newest_first.values_list("kind", "seal"))
    if not grown:
        return told  # nothing was counted before: nothing is touched
    touched: dict[str, str] = {}
    for kind in told.keys() & TOUCHES.keys():
        records = came.filter(kind=kind).values_list("record", flat=True)
        touched |= dict.fromkeys(TOUCHES[kind](community, records), told[kind])
    return touched | told
