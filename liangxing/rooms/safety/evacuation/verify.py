"""Checks an evacuation plan and the proof that nobody can do better. One file, nothing but Python's own library.

``python verify.py plan.json`` says what holds, or what does not. The plan is a flow: groups of people, each with the
ways it walks and the step in which it sets out on each. The proof is one whole number per spot, its threshold: the
step from which the spot lies before a cut. Whoever reaches a shelter in time is beyond the cut from the start, or fills
a shelter before it, or walks through it. If all of these together are fewer people than must leave, the time is too
short for any plan. No computing of ours need be trusted, only this addition. The format is for ever: a newer one has
another number, and this file still reads the old.
"""

from __future__ import annotations

import json
import sys
from collections import Counter
from typing import Any, NamedTuple, NoReturn

FORMAT = "liangxing-evacuation/1"
KEYS = {"format", "name", "step_s", "spots", "arcs", "homes", "shelters", "plan", "proof", "bound"}


class Rejected(Exception):
    """The document does not prove what it says; the message tells why."""


class Verdict(NamedTuple):
    """What was proven: everybody safe in ``clearance_s``, impossible a step earlier, and for water ``at_least_s``."""

    people: int
    clearance_s: int
    cut: int
    at_least_s: int


class Arc(NamedTuple):
    """A walk in one direction, as entered: lengths in millimetres, people in thousandths, times in seconds."""

    tail: int
    head: int
    length_mm: int
    usable_mm: int
    flow_milli: int
    speed_mm_s: int
    opens_s: int
    closes_s: int | None


class Times(NamedTuple):
    """An arc in steps: how long the walk is, thousandths of people a step, and between which steps it lies."""

    walk: int
    rate: int
    opens: int
    closes: int | None


def verify(document: Any) -> Verdict:
    """What *document* proves; ``Rejected`` if it proves nothing."""
    _shape(document)
    step_s = document["step_s"]
    arcs = [Arc(*row) for row in document["arcs"]]
    people = sum(home[2] for home in document["homes"])
    steps = document["plan"]["steps"]
    rounded = [_times(arc, step_s, up=True) for arc in arcs]
    _walked(document, arcs, rounded)
    cut = _cut(document, arcs, rounded)
    if cut >= people:
        _no(f"the cut lets {cut} of {people} people pass, so it does not prove that {steps - 1} steps are too few")
    _water(document, arcs, people)
    return Verdict(people, steps * step_s, cut, document["bound"]["steps"] * step_s)


def _no(reason: str) -> NoReturn:
    raise Rejected(reason)


def _whole(value: Any, least: int = 0, most: int = 10**12) -> int:
    if type(value) is not int or not least <= value <= most:
        _no(f"{value!r} is not a whole number between {least} and {most}")
    return value


def _list(value: Any, length: int | None = None) -> list[Any]:
    if type(value) is not list or (length is not None and len(value) != length):
        _no(f"a list{'' if length is None else f' of {length}'} is missing")
    return value


def _keys(value: Any, keys: set[str]) -> None:
    if type(value) is not dict or value.keys() != keys:
        _no(f"an object with exactly {', '.join(sorted(keys))} is missing")


def _shape(document: Any) -> None:
    """That everything is there and nothing else, of the right kind and in its bounds."""
    _keys(document, KEYS)
    if document["format"] != FORMAT:
        _no(f"the format is not {FORMAT}")
    _whole(document["step_s"], 1, 3600)
    spots = len(_list(document["spots"]))
    for row in _list(document["arcs"]):
        arc = Arc(*_list(row, 8))
        for end in arc[:2]:
            _whole(end, 0, spots - 1)
        for amount in (arc.length_mm, arc.usable_mm, arc.flow_milli, arc.speed_mm_s):
            _whole(amount, 1)
        _whole(arc.opens_s)
        if arc.closes_s is not None:
            _whole(arc.closes_s, arc.opens_s + 1)
    for rows, last in (("homes", 4), ("shelters", 3)):
        for row in _list(document[rows]):
            _whole(_list(row, last)[1], 0, spots - 1)
            for amount in row[2:]:
                _whole(amount)
    for part, inside in (("plan", "groups"), ("proof", "threshold"), ("bound", "threshold")):
        _keys(document[part], {"steps", inside} - ({"steps"} if part == "proof" else set()))
    most = {"proof": _whole(document["plan"]["steps"], 1) - 1, "bound": _whole(document["bound"]["steps"])}
    for part, horizon in most.items():
        for threshold in _list(document[part]["threshold"], spots):
            _whole(threshold, 0, horizon)


def _rounded(amount: int, unit: int, up: bool) -> int:
    return -(-amount // unit) if up else amount // unit


def _times(arc: Arc, step_s: int, *, up: bool) -> Times:
    walk = _rounded(arc.length_mm, arc.speed_mm_s * step_s, up)
    rate = _rounded(arc.flow_milli * arc.usable_mm * step_s, 1000, not up)
    closes = None if arc.closes_s is None else arc.closes_s // step_s
    return Times(walk, rate, _rounded(arc.opens_s, step_s, up), closes)


def _passed(rate: int, first: int, after: int) -> int:
    """Whole people who can set out from step *first* until before step *after*."""
    return after * rate // 1000 - first * rate // 1000 if after > first else 0


def _walked(document: Any, arcs: list[Arc], rounded: list[Times]) -> None:
    """That everybody leaves home, walks without a jump, arrives in time, and nothing is fuller than it may be."""
    homes, shelters = document["homes"], document["shelters"]
    left: Counter[int] = Counter()
    arrived: Counter[int] = Counter()
    used: Counter[tuple[int, int]] = Counter()
    for group in _list(document["plan"]["groups"]):
        count, home, shelter, walks = _list(group, 4)
        _whole(count, 1)
        _whole(home, 0, len(homes) - 1)
        _whole(shelter, 0, len(shelters) - 1)
        left[home] += count
        arrived[shelter] += count
        spot, now = homes[home][1], _rounded(homes[home][3], document["step_s"], True)
        for walk in _list(walks):
            spot, now = _walk(_list(walk, 2), spot, now, arcs, rounded)
            used[walk[0], walk[1]] += count
        if spot != shelters[shelter][1] or now >= document["plan"]["steps"]:
            _no(f"a group from {homes[home][0]} does not arrive at its shelter in time")
    for n, home in enumerate(homes):
        if left[n] != home[2]:
            _no(f"{left[n]} of {home[2]} people leave {home[0]}")
    for n, shelter in enumerate(shelters):
        if arrived[n] > shelter[2]:
            _no(f"{arrived[n]} people are sent to {shelter[0]}, which holds {shelter[2]}")
    for (arc, step), count in used.items():
        if count > _passed(rounded[arc].rate, step, step + 1):
            _no(f"{count} people set out on arc {arc} in step {step}, more than can pass")


def _walk(walk: list[Any], spot: int, now: int, arcs: list[Arc], rounded: list[Times]) -> tuple[int, int]:
    arc, step = _whole(walk[0], 0, len(arcs) - 1), _whole(walk[1])
    times = rounded[arc]
    if arcs[arc].tail != spot or step < now:
        _no(f"a group sets out on arc {arc} in step {step} without being there")
    if step < times.opens or (times.closes is not None and step + times.walk > times.closes):
        _no(f"a group is on arc {arc} in step {step}, when it is closed")
    return arcs[arc].head, step + times.walk


def _outside(document: Any, threshold: list[int], horizon: int, *, up: bool) -> int:
    """People beyond the cut from the start, and room in shelters before it."""
    homes = [home for home in document["homes"] if threshold[home[1]] > _rounded(home[3], document["step_s"], up)]
    shelters = [shelter for shelter in document["shelters"] if threshold[shelter[1]] < horizon]
    people: int = sum(home[2] for home in homes) + sum(shelter[2] for shelter in shelters)
    return people


def _cut(document: Any, arcs: list[Arc], rounded: list[Times]) -> int:
    """How many whole people can arrive one step earlier than the plan, at most."""
    threshold, horizon = document["proof"]["threshold"], document["plan"]["steps"] - 1
    through = 0
    for arc, times in zip(arcs, rounded, strict=True):
        after = threshold[arc.head] - times.walk
        if times.closes is not None:
            after = min(after, times.closes - times.walk + 1)
        through += _passed(times.rate, max(threshold[arc.tail], times.opens), after)
    return through + _outside(document, threshold, horizon, up=True)


def _water(document: Any, arcs: list[Arc], people: int) -> None:
    """That the lower end holds: walks rounded down, ways always open, and people who can be divided like water."""
    threshold, horizon = document["bound"]["threshold"], document["bound"]["steps"]
    milli = 1000 * _outside(document, threshold, horizon, up=False)
    for arc in arcs:
        times = _times(arc, document["step_s"], up=False)
        wide = threshold[arc.head] - times.walk - threshold[arc.tail]
        milli += times.rate * wide + 1000 if wide > 0 else 0  # one may just be stepping through
    if milli >= 1000 * people and horizon:
        _no(f"the bound of {horizon} steps is not proven")


def main(path: str) -> int:
    """Say what the document at *path* proves; the exit status is 0 when it does."""
    try:
        with open(path, encoding="utf-8") as told:
            verdict = verify(json.load(told))
    except (Rejected, ValueError, OSError, RecursionError) as wrong:
        print(f"REJECTED: {wrong}")
        return 1
    print(f"{verdict.people} people are safe within {verdict.clearance_s} s.")
    print(f"One step earlier at most {verdict.cut} can be, by any plan in such steps; nobody needs less than "
          f"{verdict.at_least_s} s.")  # fmt: skip
    print("With the widths, numbers and speeds entered.")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]) if len(sys.argv) == 2 else "python verify.py plan.json")
