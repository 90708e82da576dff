"""Proof of savings: how often the interval holds the truth, how often nothing is called saved; how long it takes.

``python -m bench.savings [HOMES] [COMMUNITIES]``; with no communities only the time is taken. A run is a community:
some of its homes save a known share, the rest are what they are compared with. What a home that did nothing would have
used is known, so the truth is.
"""

from __future__ import annotations

import resource
import sys
import time
from collections import Counter

from bench._invented import BEGAN, case, home, saving, weather
from liangxing.kernel.drawing import drawn
from liangxing.metering.savings import caltrack
from liangxing.metering.savings.cases import Answer, Case
from liangxing.metering.savings.similar import Home, groups
from liangxing.metering.savings.verdict import One, Z, proof, together
from liangxing.metering.savings.work import answers

RUNS, SHARES = 500, (0.0, 0.02, 0.05, 0.10)
LIVES, SAVES = 60, 15  # homes of a community, and how many of them save
CORES = 2
PLAIN = 12  # homes by which the package alone is measured
LONGEST_S, MOST_MB, MOST_FALSE = 600, 1500, 0.05


def coverage(communities: int) -> bool:
    """Print how often the intervals of a home and of all that save hold the truth, and what is called saved."""
    every = {
        f"{n}/{m}": case(around, home(around, 1000 * n + m))
        for n in range(communities)
        for around in (weather(n),)
        for m in range(LIVES)
    }
    known = dict(answers(every, CORES))
    honest = True
    for share in SHARES:
        said, alone, holds, all_hold, all_saved = Counter[str](), 0, 0, 0, 0
        for run in range(RUNS):
            homes = {m: known[f"{run % communities}/{m}"] for m in range(LIVES)}
            one, held, whole, whole_held = _run(homes, f"{share} {run}", share)
            said[one] += 1
            holds, all_hold, all_saved = holds + held, all_hold + whole_held, all_saved + (whole == "saved")
            alone += _alone(homes, f"{share} {run}", share)
        print(
            f"{share:.0%} saved, {RUNS} runs: the interval of a home holds the truth in {holds / RUNS:.1%}, "
            f"that of {SAVES} homes together in {all_hold / RUNS:.1%}"
        )
        print(
            f"  called saved: a home in {said['saved'] / RUNS:.1%}, {SAVES} together in {all_saved / RUNS:.1%}; "
            f"called more: a home in {said['more'] / RUNS:.1%}; by the package's error alone saved: {alone / RUNS:.1%}"
        )
        honest &= share > 0 or max(said["saved"], all_saved) <= MOST_FALSE * RUNS
    return honest


def _run(homes: dict[int, Answer], seed: str, share: float) -> tuple[str, bool, str, bool]:
    """Of the first home that is drawn, and of all that save: the verdict, and whether the interval holds the truth."""
    savers = drawn(homes, SAVES, seed)
    beside = groups((Home(str(m), 0, a) for m, a in homes.items() if m not in savers), "2025")
    found, truth = [], []
    for m in savers:
        answer, saved = saving(homes[m], share)
        found.append(proof(answer, beside.of(0, answer.a_year, str(m))))
        truth.append(saved)
    whole = together(One(p.saved or 0, p.own_error or 0, p.group_error or 0, p.group, "2025") for p in found)
    if whole is None or found[0].low is None or found[0].high is None:
        raise SystemExit("an invented home has no answer")
    held = found[0].low <= truth[0] <= found[0].high
    return found[0].verdict, held, whole.verdict, whole.low <= sum(truth) <= whole.high


def _alone(homes: dict[int, Answer], seed: str, share: float) -> bool:
    """Whether the package alone would call the first home saved: no group, and its own error."""
    answer, _saved = saving(homes[drawn(homes, SAVES, seed)[0]], share)
    return (answer.expected or 0) - (answer.used or 0) > Z * (answer.error or 0)


def speed(many: int) -> bool:
    """Print how long *many* homes take, what is worked out a second time, how much memory; beside the plain package."""
    from bench._ground import clock, tell
    from liangxing.rooms.saving.actions.prove import worked_out

    around = weather(0)
    every: dict[str, Case] = {}
    for n in range(many):
        made = case(around, home(around, n))
        every[made.basis] = made
    start, cpu = time.perf_counter(), _cpu_s()
    worked_out(every, cores=CORES)
    took, cpu = time.perf_counter() - start, _cpu_s() - cpu
    start = time.perf_counter()
    worked_out(every, cores=CORES)
    again = time.perf_counter() - start
    mb = _mb(resource.RUSAGE_SELF) + CORES * _mb(resource.RUSAGE_CHILDREN)
    plain = _plain(list(every.values())[:PLAIN])
    print(
        f"{many:,} homes × 3 years by days on {CORES} cores: {took:.0f} s, {cpu:.0f} s of processors "
        f"({cpu / CORES:.0f} s on {CORES} of its own); a second time {again:.1f} s; memory {mb:,.0f} MB"
    )
    some = list(every.values())[:PLAIN]
    ours = clock(lambda: [caltrack.answer(one) for one in some], rounds=1) / len(some)
    tell("one home in one process", ours, plain, "the package by its defaults")
    return cpu / CORES < LONGEST_S and mb < MOST_MB


def _plain(cases: list[Case]) -> float:
    """Seconds for one home when the package is called household by household, with its defaults."""
    em = caltrack.package()
    start = time.perf_counter()
    for one in cases:
        before, since = (
            caltrack.frame_of(first, one.within(first, after)[2], one.weather.told(first, after))
            for first, after in ((one.year, BEGAN), (BEGAN, one.after))
        )
        model = em.DailyModel().fit(em.DailyBaselineData(before, is_electricity_data=True))
        model.predict(em.DailyReportingData(since, is_electricity_data=True))
    return (time.perf_counter() - start) / len(cases)


def _cpu_s() -> float:
    every = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    return sum(one.ru_utime + one.ru_stime for one in every)


def _mb(who: int) -> float:
    return resource.getrusage(who).ru_maxrss / 1024


if __name__ == "__main__":
    asked = [int(n) for n in sys.argv[1:]]
    communities = asked[1] if len(asked) > 1 else 10
    well = communities == 0 or coverage(communities)
    sys.exit(not (speed(asked[0] if asked else 3324) and well))
