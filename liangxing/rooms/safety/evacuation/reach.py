"""Whether the shelters that people can get to have room for them, however long it takes."""

from __future__ import annotations

import numpy as np

from .expansion import max_flow
from .faults import RoomOutOfReach
from .steps import Steps


def room_in_reach(steps: Steps) -> None:
    """``RoomOutOfReach`` with the buildings concerned, when there is too little."""
    source, sink = steps.spots, steps.spots + 1
    tails = np.concatenate([steps.tail, np.full(len(steps.home), source), steps.door])
    heads = np.concatenate([steps.head, steps.home, np.full(len(steps.door), sink)])
    most = np.concatenate([np.full(len(steps.tail), steps.everybody), steps.people, steps.room])
    solver = max_flow([(tails, heads, most)], source, sink)
    if solver.optimal_flow() == steps.everybody:
        return
    near = np.zeros(steps.spots + 2, dtype=bool)
    near[np.asarray(solver.get_source_side_min_cut(), dtype=np.int64)] = True
    houses = zip(steps.network.stairwells, near[steps.home].tolist(), strict=True)
    people, room = int(steps.people[near[steps.home]].sum()), int(steps.room[near[steps.door]].sum())
    where = dict.fromkeys(well.building for well, inside in houses if inside)
    raise RoomOutOfReach(*where, people=people, room=room)
