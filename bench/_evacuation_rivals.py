"""What one would use instead to plan an evacuation: an assignment by distance, the usual heuristic, another solver."""

from __future__ import annotations

import heapq
from itertools import product

import networkx
import numpy as np
from ortools.graph.python.min_cost_flow import SimpleMinCostFlow

from liangxing.rooms.safety.evacuation.queues import Party, simulate
from liangxing.rooms.safety.evacuation.routes import towards
from liangxing.rooms.safety.evacuation.steps import NEVER, Steps


def by_capacity(steps: Steps) -> int:
    """Steps when everybody goes to a shelter that has room, and all together walk as little as can be."""
    every, wells, shelters = towards(steps), len(steps.home), len(steps.door)
    pairs = [(w, t) for w, t in product(range(wells), every) if t.left[int(steps.home[w])] < NEVER]
    flow = SimpleMinCostFlow()
    one = flow.add_arcs_with_capacity_and_unit_cost(
        np.array([w for w, _ in pairs]),
        np.array([wells + t.shelter for _, t in pairs]),
        np.array([int(steps.people[w]) for w, _ in pairs]),
        np.array([t.left[int(steps.home[w])] for w, t in pairs]),
    )
    end = np.full(shelters, wells + shelters)
    zero = np.zeros(shelters, dtype=np.int64)
    flow.add_arcs_with_capacity_and_unit_cost(wells + np.arange(shelters), end, steps.room, zero)
    flow.set_nodes_supplies(np.arange(wells + shelters + 1), np.concatenate([steps.people, zero, [-steps.everybody]]))
    if flow.solve() != flow.OPTIMAL:
        raise ArithmeticError("no assignment")
    people = flow.flows(one)
    sent = [(w, t, int(n)) for (w, t), n in zip(pairs, people, strict=True) if n]
    parties = [Party(n, t.route(int(steps.home[w])), t.shelter) for w, t, n in sent]
    return simulate(steps, parties).horizon


class Ccrp:
    """Capacity Constrained Route Planner (Lu, George, Shekhar): the earliest free route again and again."""

    def __init__(self, steps: Steps, horizon: int = 4096) -> None:
        at = np.arange(horizon)
        self.free = [((at + 1) * rate // 1000 - at * rate // 1000).tolist() for rate in steps.rate.tolist()]
        self.tail, self.head, self.walk = steps.tail.tolist(), steps.head.tolist(), steps.walk.tolist()
        self.out: list[list[int]] = [[] for _ in range(steps.spots)]
        for arc, tail in enumerate(self.tail):
            self.out[tail].append(arc)
        self.left = dict(zip(steps.home.tolist(), steps.people.tolist(), strict=True))
        self.room = dict(zip(steps.door.tolist(), steps.room.tolist(), strict=True))

    def run(self) -> int:
        """Steps until everybody is safe."""
        last = 0
        while any(self.left.values()):
            end, best, came = self._earliest()
            route, spot = [], end
            while spot in came:
                route.append(came[spot])
                spot = self.tail[came[spot][0]]
            people = min([self.left[spot], self.room[end], *(self.free[arc][at] for arc, at in route)])
            for arc, at in route:
                self.free[arc][at] -= people
            self.left[spot] -= people
            self.room[end] -= people
            last = max(last, best[end])
        return last + 1

    def _earliest(self) -> tuple[int, dict[int, int], dict[int, tuple[int, int]]]:
        best = {home: 0 for home, people in self.left.items() if people}
        came: dict[int, tuple[int, int]] = {}
        heap = [(0, home) for home in best]
        heapq.heapify(heap)
        while True:
            now, spot = heapq.heappop(heap)
            if now > best[spot]:
                continue
            if self.room.get(spot):
                return spot, best, came
            for arc in self.out[spot]:
                at = now
                while not self.free[arc][at]:
                    at += 1
                if at + self.walk[arc] < best.get(self.head[arc], NEVER):
                    best[self.head[arc]] = at + self.walk[arc]
                    came[self.head[arc]] = (arc, at)
                    heapq.heappush(heap, (best[self.head[arc]], self.head[arc]))


def in_networkx(steps: Steps, horizon: int) -> int:
    """How many networkx' maximum flow brings to safety within *horizon* steps: the same network, every step of it."""
    graph = networkx.DiGraph()
    for arc, (tail, head) in enumerate(zip(steps.tail.tolist(), steps.head.tolist(), strict=True)):
        walk, rate = int(steps.walk[arc]), int(steps.rate[arc])
        start, end = int(steps.soonest[tail]), horizon - walk - int(steps.left[head])
        for at in range(start, end):
            graph.add_edge((tail, at), (head, at + walk), capacity=(at + 1) * rate // 1000 - at * rate // 1000)
    for well, home in enumerate(steps.home.tolist()):
        graph.add_edge("from", ("well", well), capacity=int(steps.people[well]))
        for at in range(horizon - int(steps.left[home])):
            graph.add_edge(("well", well), (home, at))
    for shelter, door in enumerate(steps.door.tolist()):
        graph.add_edge(("safe", shelter), "to", capacity=int(steps.room[shelter]))
        for at in range(int(steps.soonest[door]), horizon):
            graph.add_edge((door, at), ("safe", shelter))
    return int(networkx.maximum_flow_value(graph, "from", "to"))
