"""Figures: measures asked of one community, as many as possible with one query."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from decimal import Decimal

from django.db.models import Aggregate, Count

from liangxing.kernel.period import Period
from liangxing.ledger.models import Community
from liangxing.ledger.remember import until_told_of

from .folds import Value, settle
from .measure import MEASURES, Measure, Ratio

Group = list[Measure]
Answers = dict[str, Value]


def groups(keys: Iterable[str]) -> list[Group]:
    """The measures that *keys* need, those over one kind and of one shape together: each group is one query."""
    by: dict[object, dict[str, Measure]] = {}
    for asked in (MEASURES[key] for key in keys):
        for m in asked.counted:
            by.setdefault((m.of, type(m)), {})[m.key] = m
    return [list(group.values()) for group in by.values()]


def divided(keys: Iterable[str], counted: Answers) -> Answers:
    """An answer for each of *keys*, ratios made from what was *counted*."""

    def answer(key: str) -> Value:
        asked = MEASURES[key]
        if not isinstance(asked, Ratio):
            return counted[key]
        part, whole = counted[asked.part], counted[asked.whole]
        return Decimal(part) / whole if part is not None and whole else None

    return {key: answer(key) for key in keys}


def figures(keys: Iterable[str], community: Community, period: Period, known_at: datetime | None = None) -> Answers:
    """Each of *keys* with its figure for *period*, as it was known at *known_at*, or is known now."""
    keys = list(keys)
    counted: Answers = {}
    for group in groups(keys):
        counted |= _counted(community, tuple(m.key for m in group), period, known_at)
    return divided(keys, counted)


def kinds_of(keys: str | Iterable[str], *_asked: object) -> set[str]:
    """The kinds of record that the figures *keys*, or the one figure, are read from."""
    some = [keys] if isinstance(keys, str) else keys
    return {kind for key in some for m in MEASURES[key].counted for kind in m.kinds}


@until_told_of(kinds_of)
def _counted(community: Community, keys: tuple[str, ...], period: Period, known_at: datetime | None) -> Answers:
    """Every measure of one kind and shape: one query."""
    [group] = groups(keys)
    wanted = {f"m{i}": m.fold.orm(m.condition(community, known_at)) for i, m in enumerate(group)}
    got = group[0].known(community, period, known_at).aggregate(known=Count("id"), **wanted)
    return {m.key: settle(m.of, m.fold, got["known"], got[f"m{i}"]) for i, m in enumerate(group)}


def series(key: str, community: Community, periods: list[Period], known_at: datetime | None = None) -> list[Value]:
    """One figure for each of *periods*: one query for each kind that it counts, however many periods there are."""
    counted: list[Answers] = [{} for _period in periods]
    for m in MEASURES[key].counted:
        matches = m.condition(community, known_at)
        wanted: dict[str, Aggregate] = {}
        for n, period in enumerate(periods):
            wanted[f"known{n}"] = Count("id", filter=m.asked(period))
            wanted[f"m{n}"] = m.fold.orm(m.asked(period) & matches)
        got = m.of._default_manager.known(known_at).filter(community=community).aggregate(**wanted)
        for n, answers in enumerate(counted):
            answers[m.key] = settle(m.of, m.fold, got[f"known{n}"], got[f"m{n}"])
    return [divided([key], answers)[key] for answers in counted]


def figure(key: str, community: Community, period: Period, known_at: datetime | None = None) -> Value:
    """One figure."""
    return figures([key], community, period, known_at)[key]
