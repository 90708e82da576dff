"""Search in 100,000 records: the index beside ``icontains``, which is what one would use instead."""

from __future__ import annotations

from datetime import date, timedelta

from django.db.models import Q

from bench._ground import JINHUI, WHO, beside_the_ledger, clock, once, tell, write
from liangxing.activities.models import Activity
from liangxing.places.search.find import find
from liangxing.places.search.index import catch_up, rebuild
from liangxing.places.search.words import Asked
from liangxing.register.models import Place
from liangxing.register.rights import Rights

FIRST = date(2023, 1, 1)
TITLES = (
    "节水宣传",
    "旧衣回收",
    "楼道清洁",
    "植树护绿",
    "反诈讲座",
    "防灾演练",
    "义诊",
    "读书会",
    "跳蚤市场",
    "骑行日",
)
PLACES = ("文化广场", "玉兰路", "银杏路", "中心绿地", "社区办公室")
MANY = 100_000
ASKED = ("植树", "树", "文化广场", "第 777 次", "没有这样")

places = [write(Place(code=f"p{n}", name=name, sort="square", day=FIRST), **WHO) for n, name in enumerate(PLACES)]
held = [
    Activity(code=f"a{n}", title=f"第 {n} 次{TITLES[n % 10]}", sort="lesson", place=places[n % 5],
             day=FIRST + timedelta(n % 1200)) for n in range(MANY)
]  # fmt: skip
beside_the_ledger(places[0], held)
print(f"the index of {MANY + 5:,} records made anew: {once(lambda: rebuild(JINHUI)):.1f} s")


def indexed(q: str) -> tuple[int, int]:
    """One page of the search, with its counts by kind."""
    catch_up(JINHUI)
    found = find(JINHUI, Asked.read(q))
    return found.count("activities.activity"), len(found.hits(Rights(), "activities.activity"))


def contained(q: str) -> tuple[int, int]:
    """The same of one kind, by ``icontains`` in its three columns of words; traditional characters are not found."""
    rows = Activity.objects.known().filter(community=JINHUI).select_related("place")
    for word in q.split():
        rows = rows.filter(Q(title__icontains=word) | Q(sort__icontains=word) | Q(place__name__icontains=word))
    return rows.count(), len(rows.order_by("-day", "-pk")[:20])


for q in ASKED:
    ours, theirs = clock(lambda q=q: indexed(q), rounds=3), clock(lambda q=q: contained(q), rounds=3)
    count = indexed(q)[0]
    tell(f"“{q}”, {count:,} found (by icontains {contained(q)[0]:,})", ours, theirs, "icontains")
