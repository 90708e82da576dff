"""Cases worked out on every core: each answer comes back as soon as it is there, so that none is lost when cut off."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from concurrent.futures import ProcessPoolExecutor, as_completed
from multiprocessing import get_context

from . import caltrack, means
from .cases import Answer, Case, Reason

ALONE = 12  # so few cases are worked out here: to begin a process takes longer
AT_ONCE = 8  # cases in one parcel


def answer(case: Case) -> Answer:
    """By the method that fits what the meter measures."""
    if case.carrier == "water":
        return means.answer(case)
    try:
        return caltrack.answer(case)
    except (ValueError, ArithmeticError, IndexError, KeyError):  # the package fails on data that it did not foresee
        return Answer("none", case.after - case.first, reasons=(Reason.DOUBTFUL,))


def answers(cases: Mapping[str, Case], cores: int | None = None) -> Iterator[tuple[str, Answer]]:
    """The answer of every case by its key, in the order in which they are ready. ``NotInstalled`` at once, not late."""
    if any(case.carrier != "water" for case in cases.values()):
        caltrack.installed()
    cores = cores or os.cpu_count() or 1
    keys = list(cases)
    if len(keys) <= ALONE or cores == 1:
        for key in keys:
            yield key, answer(cases[key])
        return
    parcels = [[(key, cases[key]) for key in keys[n : n + AT_ONCE]] for n in range(0, len(keys), AT_ONCE)]
    with ProcessPoolExecutor(cores, mp_context=get_context("spawn")) as pool:
        try:
            for done in as_completed([pool.submit(_parcel, parcel) for parcel in parcels]):
                yield from done.result()
        finally:
            pool.shutdown(wait=True, cancel_futures=True)


def _parcel(cases: list[tuple[str, Case]]) -> list[tuple[str, Answer]]:
    return [(key, answer(case)) for key, case in cases]
