"""What two households have in the hall: one that tests act for, and one whose things nobody else may see."""

from __future__ import annotations

from datetime import timedelta
from types import SimpleNamespace

from django.utils.timezone import localdate

from liangxing.activities.models import Activity
from liangxing.records.actions import end, write
from liangxing.register.models import Building, Card, Estate, Household, Place, Post, Resident
from liangxing.rooms.bookbar.models import Book
from liangxing.rooms.elections.actions import cast
from liangxing.rooms.elections.models import Question
from liangxing.rooms.environment.models import Problem
from liangxing.rooms.governance.models import Notice
from liangxing.rooms.outreach.models import Call
from liangxing.rooms.safety.models import CheckIn, Emergency, Shelter
from liangxing.rooms.volunteers.models import Service, Volunteer
from tests.town import shape


def found(community) -> SimpleNamespace:
    """Write it down; the records that tests ask for again, by name."""
    who = {"community": community, "by": "worker"}
    today = localdate()
    long_ago, lately = today - timedelta(days=400), today - timedelta(days=3)

    def keep(record):
        return write(record, **who)

    def box(x):
        return shape("Polygon", (x, 1), (x + 1, 1), (x + 1, 1.5), (x, 1.5))

    estate = keep(Estate(code="JQ", name="金秋小区", day=long_ago))
    houses = [keep(Building(code=f"JQ-{n}", estate=estate, geometry=box(n * 2), day=long_ago)) for n in (1, 2)]
    ours, theirs = (keep(Household(code=f"JQ-{n}-101", building=houses[n - 1], day=long_ago)) for n in (1, 2))
    people = [keep(Resident(code=f"R{n}", household=ours, name=f"家人{n}", day=long_ago)) for n in (1, 2, 3)]
    stranger = keep(Resident(code="S1", household=theirs, name="秘而不宣", phone="13800000000", day=long_ago))
    square = keep(Place(code="GC", name="文化广场", sort="square", geometry=shape("Point", (3, 4)), day=long_ago))
    keep(Shelter(code="BN1", name="文化广场避难场所", place=square, capacity=6600, day=long_ago))
    far = keep(Place(code="FAR", name="远处", sort="square", geometry=shape("Point", (60, 60)), day=long_ago))
    keep(Shelter(code="BN2", name="远处避难场所", place=far, capacity=9000, day=long_ago))
    calls = [keep(Call(code=f"c{n}", name=name, day=long_ago)) for n, name in enumerate(("一水多用", "带布袋子"))]
    book = keep(Book(code="B001", title="邻里故事", day=long_ago))
    held = keep(Activity(code="A-now", title="今天的市集", sort="campaign", day=today))
    helper = keep(Volunteer(code="V1", name="家人1", team="environment", resident=people[0], day=long_ago))
    keep(Service(volunteer=helper, activity=held, hours_h="2.5", day=today))
    other = keep(Volunteer(code="V2", name="秘而不宣", team="environment", resident=stranger, day=long_ago))
    keep(Service(volunteer=other, hours_h="7.5", day=lately))
    secret = keep(Problem(code="H-x", sort="noise", text="隔壁的隐情", private=True, household=theirs,
                          building=houses[1], source="hall", day=lately))  # fmt: skip
    public = keep(Problem(code="H-y", sort="light", text="路灯不亮", household=theirs, building=houses[1],
                          source="hall", day=lately))  # fmt: skip
    storm = keep(Emergency(code="E1", name="雷雨大风", exercise=True, day=today))
    keep(CheckIn(emergency=storm, household=theirs, state="help", place="地下车库里", told_by="self", day=today))
    asked = keep(Question(code="Q1", name="加装电梯", choices="同意\n不同意", entitled=2, day=lately))
    building_only = keep(Question(code="Q2", name="楼道刷白", choices="白\n黄", building=houses[1], day=lately))
    ended = keep(Question(code="Q3", name="路灯换成节能灯", choices="换\n不换", entitled=2, day=long_ago))
    cast(ended, theirs, "换", day=long_ago)
    end(ended, until=lately, by="worker")
    notice = keep(Notice(code="N1", title="停水通知", text="明天上午停水。", building=houses[0], day=lately))
    elsewhere = keep(Notice(code="N2", title="别栋的通知", text="只贴二栋。", building=houses[1], day=lately))
    for_all = keep(Notice(code="N3", title="全社区通知", text="大扫除。", day=lately))
    card = keep(Card(household=ours, day=lately))
    for account, home in (("ours", ours), ("theirs", theirs)):
        keep(Post(code=account, role="resident", account=account, household=home, day=long_ago))
    return SimpleNamespace(
        ours=ours, theirs=theirs, houses=houses, calls=calls, book=book, held=held, secret=secret, public=public,
        storm=storm, asked=asked, building_only=building_only, notice=notice, elsewhere=elsewhere, for_all=for_all,
        card=card, square=square,
    )  # fmt: skip
