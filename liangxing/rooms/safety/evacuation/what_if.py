"""What if a way is closed, or made wider: the least time anew, for one way after another."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from .expansion import expand
from .faults import RoomOutOfReach, Unsound
from .least_time import LeastTime, least_time
from .network import Kind, Way
from .steps import in_steps

TOGETHER = 16  # ways tried at once


@dataclass(frozen=True, slots=True)
class Row:
    """One change. ``later_s`` is below zero when it helps.

    The time is unknown when buildings are ``cut_off``, or so many people find no room (``without_room``).
    """

    way: Way
    clearance_s: int | None
    later_s: int | None
    cut_off: tuple[str, ...] = ()
    without_room: int = 0


def closures(least: LeastTime) -> list[Row]:
    """Each street and gate closed: those first that cut buildings off, then those that cost most time."""
    rows = list(_closures(least))
    return sorted(rows, key=_worst_first)


def _worst_first(row: Row) -> tuple[int, int, int, str]:
    return -len(row.cut_off), -row.without_room, -(row.later_s or 0), row.way.id


def _closures(least: LeastTime) -> Iterator[Row]:
    steps, needless = least.steps, _needless(least)
    for number, way in enumerate(steps.network.ways):
        if not _may_close(way):
            continue
        if number in needless:
            yield Row(way, least.clearance_s, 0)
            continue
        try:
            shut = least_time(steps.network.without({way.id}), step_s=steps.step_s, at_least=least.horizon + 1)
        except Unsound as cut:
            yield Row(way, None, None, tuple(name for fault in cut.faults for name in fault.where))
        except RoomOutOfReach as full:
            yield Row(way, None, None, without_room=full.missing)
        else:
            yield Row(way, shut.clearance_s, shut.clearance_s - least.clearance_s)


def _needless(least: LeastTime) -> set[int]:
    """The ways without each of which everybody is as fast.

    Closing a way is never faster, so a plan as fast that does without many of them answers for all of these at once:
    those that few take are closed together, and only where that costs time by halves.
    """
    load = np.bincount(least.steps.way[least.flow.arc], least.flow.flows, len(least.steps.network.ways))
    needless = set(np.flatnonzero(load == 0).tolist())
    order = [way for way in np.argsort(load, kind="stable").tolist() if _may_close(least.steps.network.ways[way])]
    groups = [order[start : start + TOGETHER] for start in range(0, len(order), TOGETHER)][::-1]
    while groups:
        group = [way for way in groups.pop() if way not in needless]
        if not group:
            continue
        steps = in_steps(
            least.steps.network.without({least.steps.network.ways[way].id for way in group}), least.steps.step_s
        )
        flow = expand(steps, least.horizon, waiting=True)
        if flow.people == least.steps.everybody:
            walked = set(np.unique(steps.way[flow.arc[flow.flows > 0]]).tolist())
            needless |= set(range(len(load))) - walked
        elif len(group) > 1:
            groups += [group[len(group) // 2 :], group[: len(group) // 2]]
    return needless


def _may_close(way: Way) -> bool:
    return way.kind != Kind.STAIR and not way.shut


def bottleneck(least: LeastTime) -> list[Way]:
    """The ways through which the cut of the proof lets people pass: all must go there, and nowhere is it narrower.

    None when it is not the ways but the walk of the farthest building, or when *least* has no proof.
    """
    if least.threshold is None:
        return []
    steps = least.steps
    through = least.threshold[steps.head] - steps.walk > np.maximum(least.threshold[steps.tail], steps.opens)
    return [steps.network.ways[way] for way in np.unique(steps.way[through]).tolist()]


def widened(least: LeastTime, by_m: float = 1.0) -> list[Row]:
    """Each way of the bottleneck wider by so much: those first that save most time."""
    network, rows = least.steps.network, []
    for way in bottleneck(least):
        wide = least_time(network.wider(way.id, by_m), step_s=least.steps.step_s)
        rows.append(Row(way, wide.clearance_s, wide.clearance_s - least.clearance_s))
    return sorted(rows, key=lambda row: (row.later_s, row.way.id))
