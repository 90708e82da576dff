"""200,000 reports of problems: the list, the map and what may be the same, beside a plain queryset of Django."""

from __future__ import annotations

import json
from datetime import date, timedelta
from random import Random

from django.db.models import Q

from bench._ground import JINHUI, WHO, beside_the_ledger, clock, tell, write
from liangxing.kernel.ground import distance_m
from liangxing.rooms.environment.models import Problem
from liangxing.rooms.environment.queries.problem_map import heaps, shown
from liangxing.rooms.environment.queries.problems import alike, public
from liangxing.rooms.environment.triage.categories import categories
from liangxing.rooms.environment.triage.likeness import words_alike

MANY, DAYS, LISTED = 200_000, 1500, 30
LAST = date(2026, 11, 20)
WEST, SOUTH, SIDE = 112_970_000, 28_105_000, 22_000  # 2.2 by 2.4 km: the ground of 3,324 households
TOLD = ("路灯不亮了", "楼下垃圾桶满了没人收", "下水道堵了有臭味", "井盖松动", "消防通道停了车", "树枝快断了")
drawn = Random(6)
sorts = list(categories())


def report(n: int) -> Problem:
    """One of many, four fifths of them settled, spread over the ground and four years."""
    day = LAST - timedelta(drawn.randrange(DAYS))
    made = Problem(
        code=f"b{n}", sort=drawn.choice(sorts), text=f"{drawn.choice(TOLD)}，{n % 97}号旁边", day=day, source="hall",
        until=None if n % 5 == 0 else day + timedelta(drawn.randrange(1, 20)), private=n % 20 == 0,
        unlisted="" if n % 20 else "yes",
    )  # fmt: skip
    at = (WEST + drawn.randrange(SIDE), SOUTH + drawn.randrange(SIDE))
    made.geometry = json.dumps({"type": "Point", "coordinates": [side / 1e6 for side in at]})
    made.locate()
    made.due_on = made.category.due_on(day)
    return made


first = write(report(0), **WHO)
beside_the_ledger(first, [report(n) for n in range(1, MANY)])
BOX = (112.9805, 28.1155, 112.9825, 28.1175)
asked = report(3)
asked.sort, asked.text = "lamp-out", "路灯又不亮了"


def our_map() -> int:
    """The whole ground, settled ones too, in heaps."""
    return sum(heap.count for heap in shown(JINHUI, box=None, every=True)[0])


def plain_map() -> int:
    """What one would write first: every row that has a place travels, and the page makes the heaps."""
    rows = Problem.objects.known().filter(community=JINHUI, private=False, unlisted="")
    return len([(p.pk, json.loads(p.geometry)["coordinates"]) for p in rows.exclude(geometry="").order_by()])


def near(box: tuple[float, float, float, float]) -> int:
    """A part of the ground, looked at closely."""
    some, each = shown(JINHUI, box=box, every=True)
    return sum(heap.count for heap in some) + len(each)


def plain_near(box: tuple[float, float, float, float]) -> int:
    """The same by comparing every place."""
    west, south, east, north = (round(side * 1e6) for side in box)
    rows = Problem.objects.known().filter(community=JINHUI, private=False, unlisted="")
    return len(rows.filter(east_udeg__range=(west, east), north_udeg__range=(south, north)).order_by())


def our_list() -> tuple[int, int]:
    """One page of the public list, the newest first, with how many there are."""
    rows = public(JINHUI).select_related("building", "place")
    return len(rows[:LISTED]), rows.count()


def plain_list() -> tuple[int, int]:
    """The same, with the state of each looked for in its place on the page: every row is read."""
    rows = list(Problem.objects.known().filter(community=JINHUI))
    return LISTED, len([row for row in rows if not row.private])


def queue() -> tuple[int, int]:
    """One page of the desk: what is open and overdue, by its due day."""
    rows = Problem.objects.known().filter(community=JINHUI, until=None, due_on__lt=LAST).order_by("due_on", "id")
    return len(rows[:50]), rows.count()


def plain_queue() -> tuple[int, int]:
    """The same where the due day is not kept but worked out of each open report."""
    rows = [p for p in Problem.objects.known().filter(community=JINHUI, until=None) if p.category.due_on(p.day) < LAST]
    return len(sorted(rows, key=lambda p: p.day)[:50]), len(rows)


def ours_alike() -> int:
    """What may be the same as a report that is about to be sent."""
    return len(alike(asked, JINHUI, LAST))


def plain_alike() -> int:
    """The same by looking at every open report and every one that was settled lately."""
    rows = Problem.objects.known().filter(Q(until=None) | Q(until__gt=LAST - timedelta(30)), community=JINHUI)
    found = []
    for other in rows:
        if distance_m(asked.spot, other.spot) <= 60:
            found.append(words_alike(asked.text, other.text))
    return len(found)


print(f"{MANY:,} reports on {heaps(public(JINHUI)).__len__()} heaps, {public(JINHUI).count():,} of them public")
for what, ours, theirs, than in (
    ("the whole map", our_map, plain_map, "every row travels"),
    ("a part of the map", lambda: near(BOX), lambda: plain_near(BOX), "every place compared"),
    ("a page of the public list", our_list, plain_list, "every row read"),
    ("a page of what is overdue", queue, plain_queue, "due days worked out"),
    ("what may be the same", ours_alike, plain_alike, "every open report compared"),
):
    tell(what, clock(ours), clock(theirs, rounds=1), than)
