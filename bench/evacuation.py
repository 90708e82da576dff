"""The least evacuation time of invented communities, proven; the plan for people; and what one would do instead.

``python -m bench evacuation`` takes some minutes. ``python -m bench.evacuation --seeds 200`` proves that many
communities, ``--people 512000`` one of that size at 10 s steps, each in a process of its own.
"""

from __future__ import annotations

import argparse
import resource
import time
from collections import Counter
from collections.abc import Callable
from statistics import median
from typing import Any

from bench._evacuation_rivals import Ccrp, by_capacity, in_networkx
from liangxing.rooms.safety.evacuation.cards import nearest_shelter
from liangxing.rooms.safety.evacuation.document import told
from liangxing.rooms.safety.evacuation.guide import guide
from liangxing.rooms.safety.evacuation.invented import community
from liangxing.rooms.safety.evacuation.least_time import bound, least_time
from liangxing.rooms.safety.evacuation.replan import from_the_plan
from liangxing.rooms.safety.evacuation.shown import envelope, moments
from liangxing.rooms.safety.evacuation.verify import verify
from liangxing.rooms.safety.evacuation.what_if import closures

SEEDS = (7, 1, 2, 3, 4)


def timed(run: Callable[[], Any]) -> tuple[Any, float]:
    """What *run* gives, and its seconds of one processor: the same on a busy machine, for nothing here runs beside."""
    start = time.process_time()
    return run(), time.process_time() - start


def peak_mb() -> int:
    """The most memory that this process ever had."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024


def proven(people: int, step_s: int) -> None:
    """One community of so many people, in tiles of 8,000."""
    network = community(tiles=max(1, round((people / 8000) ** 0.5)))
    least_time(community(people=200, buildings=8, side=6))  # the solver is loaded
    least, seconds = timed(lambda: least_time(network, step_s=step_s))
    print(
        f"{network.people:,} people, {len(network.ways):,} ways, {step_s} s steps: {least.clearance_s} s, "
        f"a step earlier at most {least.cut:,}; {seconds:.2f} s of one processor, {peak_mb()} MB",
        flush=True,
    )


def seeds(count: int) -> None:
    """How many of so many communities are proven to the last person."""
    spent, held = [], 0
    for seed in range(count):
        network = community(seed)
        least, seconds = timed(lambda network=network: least_time(network))
        spent.append(seconds)
        held += least.cut is not None and least.cut < network.people
    print(f"proven: {held} of {count} seeds; median {median(spent):.2f} s, longest {max(spent):.2f} s", flush=True)


def beside(seed: int) -> None:
    """The plan for people beside what one would do instead, as ratios to the proven least time."""
    network = community(seed)
    least = least_time(network)
    lower = bound(network, least=least)
    check_s = timed(lambda: verify(told(least, lower)))[1]
    start = time.perf_counter()
    plan = guide(least, rounds=100_000, seconds=13)
    seconds = time.perf_counter() - start
    ccrp, ccrp_s = timed(Ccrp(least.steps).run)
    ratios = {
        f"plan for people ({'kept' if plan.ratio <= 1.12 and seconds <= 15 else 'BROKEN'}: 1.12 in 15 s)": plan.ratio,
        "nearest shelter": nearest_shelter(least.steps).horizon / least.horizon,
        "assignment by capacity": by_capacity(least.steps) / least.horizon,
        "CCRP": ccrp / least.horizon,
    }
    told_ratios = ", ".join(f"{name} {ratio:.2f}" for name, ratio in ratios.items())
    print(
        f"seed {seed}: between {lower.seconds} and {least.clearance_s} s; to the proven: {told_ratios} "
        f"(plan {seconds:.1f} s, CCRP {ccrp_s:.1f} s in Python; told and verified in {check_s:.1f} s)",
        flush=True,
    )


def against_networkx() -> None:
    """The same maximum flow in networkx, at 10 s steps."""
    network = community()
    least, seconds = timed(lambda: least_time(network, step_s=10))
    people, other = timed(lambda: in_networkx(least.steps, least.horizon))
    print(f"least time and proof at 10 s: {seconds:.2f} s; one maximum flow in networkx ({people:,}): {other:.1f} s; "
          f"ratio {seconds / other:.3f}", flush=True)  # fmt: skip


def promised(said: str, seconds: float, most_s: float) -> None:
    """A time beside what was promised of it."""
    print(f"{said}: {seconds:.2f} s; promised {most_s:g} s: {'kept' if seconds <= most_s else 'BROKEN'}", flush=True)


def film() -> None:
    """The pictures of the slider: where everybody is at thirteen moments, and who is safe by when."""
    plan = guide(least_time(community()), rounds=20)
    found, seconds = timed(lambda: moments(plan.least.steps, plan.parties, plan.run.horizon))
    promised(f"{len(found)} moments of the slider", seconds, 2)
    points, seconds = timed(lambda: envelope(plan.least))
    print(f"what no plan beats, at {len(points)} moments: {seconds:.2f} s", flush=True)


def what_if() -> None:
    """All single closures, and the plan anew when the busiest gate closes in the middle."""
    network = community()
    least = least_time(network)
    rows, seconds = timed(lambda: closures(least))
    cut_off, same = sum(bool(row.cut_off) for row in rows), sum(row.later_s == 0 for row in rows)
    promised(f"{len(rows)} closures ({cut_off} cut buildings off, {same} change nothing)", seconds, 60)
    plan = guide(least, rounds=20)
    load: Counter[str] = Counter()
    for party in plan.parties:
        load.update({network.ways[of].id: party.people for of in least.steps.way[list(party.route)].tolist()})
    busiest = max((way.id for way in network.ways if way.kind == "gate"), key=lambda way: load[way])
    for at_s in (0, 120, 300, 480):
        anew, seconds = timed(lambda at_s=at_s: least_time(from_the_plan(plan, at_s, {busiest})))
        promised(f"gate closed at {at_s} s, all safe at {at_s + anew.clearance_s} s: planned anew", seconds, 1)


def main() -> None:
    """Everything but what takes long or much memory, which is asked for."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--seeds", type=int)
    asked.add_argument("--people", type=int)
    asked.add_argument("--step", type=int)
    wanted = asked.parse_args()
    if wanted.people:
        return proven(wanted.people, wanted.step or (10 if wanted.people > 200_000 else 5))
    if wanted.seeds:
        return seeds(wanted.seeds)
    proven(8000, 5)
    seeds(10)
    proven(128_000, 5)
    for seed in SEEDS:
        beside(seed)
    against_networkx()
    film()
    return what_if()


if __name__ == "__main__":
    main()
