"""What can be done to any record, whatever its kind. Each opens its act, or joins the one that is open."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import AbstractContextManager
from datetime import date
from typing import Any, TypeVar

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext as _

from liangxing.kernel.errors import Refused
from liangxing.ledger.acts import Doing, act
from liangxing.ledger.models import Community, Reason, Salt
from liangxing.ledger.put import put

from .models import Record, Spell, column_of

R = TypeVar("R", bound=Record)
S = TypeVar("S", bound=Spell)
SOME = 500  # records in one statement: SQLite takes no endless list


def _act(verb: str, record: Record, community: Community, by: str, why: str = "") -> AbstractContextManager[Doing]:
    return act(f"{record._meta.label_lower}.{verb}", community=community, by=by, why=why)


def write(record: R, *, community: Community, by: str) -> R:
    """Keep *record*."""
    with _act("write", record, community, by):
        record.save()
    return record


def write_once(record: R, *, community: Community, by: str) -> R:
    """Keep *record*, or give back the one with the same ``natural`` columns that stands: told twice, it is one fact.

    The look and the writing lie under the lock of the act, so that of two at once one is kept.
    """
    kind: Any = type(record)
    with _act("write", record, community, by):
        known = {column: getattr(record, column) for column in (column_of(kind, name) for name in kind.natural)}
        standing: R | None = kind._default_manager.known().filter(community=community, **known).first()
        return standing or write(record, community=community, by=by)


def write_many(records: Sequence[Record], *, community: Community, by: str, why: str = "") -> None:
    """Keep *records* of one kind in one act, with an entry for each."""
    if not records:
        return
    with _act("write", records[0], community, by, why) as now:
        for record in records:
            record.stamp()
        put(records)
        now.tell("write", *records)


def _update(records: Sequence[Record], **columns: Any) -> None:
    """The only place that changes a kept row: striking and erasing."""
    for start in range(0, len(records), SOME):
        some = records[start : start + SOME]
        models.QuerySet(type(some[0])).filter(pk__in=[r.pk for r in some]).update(**columns)
    for record in records:
        for name, value in columns.items():
            setattr(record, name, value)


def _standing(records: Sequence[R]) -> list[R]:
    """Those of *records* that stand now: asked within the act, for somebody may have struck one since it was read."""
    kind, struck = type(records[0]), set()
    for start in range(0, len(records), SOME):
        asked = [r.pk for r in records[start : start + SOME]]
        struck |= set(kind._default_manager.filter(pk__in=asked).exclude(struck_at=None).values_list("pk", flat=True))
    return [r for r in records if r.struck_at is None and r.pk not in struck]


def strike_many(records: Sequence[Record], *, community: Community, by: str, why: str = "") -> None:
    """Strike *records* out: they stay readable and stop counting. Striking twice changes nothing."""
    if not records:
        return
    with _act("strike", records[0], community, by, why) as now:
        standing = _standing(records)
        _update(standing, struck_at=now.act.at)
        now.tell("strike", *standing)


def strike(record: Record, *, by: str, why: str = "") -> None:
    """Strike one record out."""
    strike_many([record], community=record.community, by=by, why=why)


def correct_many(pairs: Sequence[tuple[Record, Record]], *, community: Community, by: str, why: str = "") -> None:
    """Of each pair, strike the old and keep the new, which tells the same fact; both stay."""
    if not pairs:
        return
    with _act("correct", pairs[0][0], community, by, why):
        if len(_standing([old for old, _ in pairs])) < len(pairs) or any(old.fact != new.fact for old, new in pairs):
            raise Refused(_("Somebody has corrected or struck this record meanwhile; open it again."))
        strike_many([old for old, _ in pairs], community=community, by=by)
        write_many([new for _, new in pairs], community=community, by=by)


def correct(record: R, *, by: str, why: str = "", **changes: Any) -> R:
    """The record that takes the place of *record*, with *changes*."""
    new = record.anew(**changes)
    correct_many([(record, new)], community=record.community, by=by, why=why)
    return new


def end(spell: S, *, until: date, by: str, why: str = "") -> S:
    """Say that *spell* no longer was on *until*: a correction like any other, so an earlier *as of* stays as it was."""
    return correct(spell, by=by, why=why, until=until)


def erase(record: Record, *columns: str, by: str, why: str) -> None:
    """Blank the personal *columns* of every telling of the fact, and what could prove what was in them.

    The salts of all its entries go, and the reasons given when it was corrected or struck; the chain and every count
    stay. ``FieldDoesNotExist`` for a column the kind does not have.
    """
    kind = type(record)
    tellings = list(kind._default_manager.filter(fact=record.fact))
    ids = [r.pk for r in tellings]
    label = kind._meta.label_lower
    with _act("erase", record, record.community, by, why) as now:
        Salt.objects.filter(entry__record__in=ids).delete()
        about = Q(act__name__in=[f"{label}.correct", f"{label}.strike"], act__entries__record__in=ids)
        Reason.objects.filter(pk__in=Reason.objects.filter(about).values("pk")).delete()
        _update(tellings, **{c: None if kind._meta.get_field(c).null else "" for c in columns})
        now.tell("erase", *tellings)
