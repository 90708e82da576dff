"""Which picture proves which record of the demonstration."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import partial

from demo import happened, plan, register
from demo.facts import FACTS
from demo.rooms import elections, environment, honours

from . import papers, places, scenes
from .canvas import Canvas

Scene = Callable[[Canvas], None]


@dataclass(frozen=True, slots=True)
class Proof:
    """A picture of one record: the record's kind, the column and value by which it is known, what is drawn, and when.

    ``name``: what the file is called; ``sort``: what an assessor would call the piece. ``seed``: pictures of the same
    place share it.
    """

    kind: str
    column: str
    value: str
    scene: Scene
    name: str
    sort: str
    day: date
    seed: str

    def png(self) -> bytes:
        """The picture itself, drawn now."""
        canvas = Canvas(self.seed)
        self.scene(canvas)
        return canvas.png()


def proofs(today: date) -> Iterator[Proof]:
    """All pictures; some records stay without, as they do in life."""
    yield from _works()
    yield from _bins(today)
    yield from _held([*happened.before(), *(h for h in happened.since(today) if h.day.year >= happened.DENSE)])
    yield from _honours()
    yield from _enterprises()
    yield from _governance(today)
    yield from _safety()


def _proof(kind: str, value: str, scene: Scene, name: str, sort: str, day: date, *, column: str = "code") -> Proof:
    return Proof(kind, column, value, scene, f"{name}.png", sort, day, f"{kind}/{value}")


WORKS: dict[str, Callable[..., None]] = {
    "绿化": places.greening, "沟渠": places.ditch, "铁栅栏": places.railing, "下水道": places.sewer,
}  # fmt: skip


def _works() -> Iterator[Proof]:
    """A pair of pictures for each of the works: before and after."""
    pairs = [(f"GC-{n}", f"金秋小区{sort}", WORKS[sort], date(2012, n + 4, 20))
             for n, (sort, _what) in enumerate(environment.ESTATE_WORKS, 1)]  # fmt: skip
    stated = FACTS["environment"]
    pairs += [(f"GC-RX{n}", f"{road}人行道", places.pavement, date(2012, 9, 28))
              for n, road in enumerate(stated["pavements_relaid"], 1)]  # fmt: skip
    pairs += [(f"GC-ZP{n}", f"{road}店招", places.signs, date(2012, 10, 15))
              for n, road in enumerate(stated["shop_signs_unified"], 1)]  # fmt: skip
    for code, name, scene, day in pairs:
        for after, word, sort in ((False, "改造前", "before"), (True, "改造后", "after")):
            yield _proof("environment.works", code, partial(scene, after=after), f"{name}{word}", sort, day)


def _bins(today: date) -> Iterator[Proof]:
    """Each bin where it stands, the old and the new; the parking places but for those not yet photographed."""
    for code, road, _at in plan.bins():
        old, new = partial(places.bins, edition="2008"), partial(places.bins, edition="2019")
        yield _proof("environment.sortedbin", code, old, f"{road} {code}", "photo", date(2012, 7, 9))
        if today >= environment.RENEWED:
            again = f"{code}-2020"
            yield _proof("environment.sortedbin", again, new, f"{road} {again}", "photo", environment.RENEWED)
    for code, estate, road, _places, _where in plan.PARKING[:-1]:
        day = date(2012, 11, 2)
        yield _proof("environment.parkingplaces", code, places.parking, f"{estate or road}停车位", "photo", day)


OF_TITLE: dict[str, Scene] = {
    "签名": scenes.signing, "植树": scenes.planting, "绿植": scenes.market, "市集": scenes.market,
    "爱绿": scenes.planting, "白色": scenes.litter, "画展": scenes.festival, "书吧": scenes.books,
}  # fmt: skip
OF_SORT: dict[str, Scene] = {
    "课堂": scenes.lesson, "大扫除": scenes.sanitation, "会议": scenes.meeting, "演练": scenes.drill,
    "演出": scenes.stage, "文化活动": scenes.festival, "宣传": scenes.square, "主题活动": scenes.square,
}  # fmt: skip


def _held(calendar: list[happened.Held]) -> Iterator[Proof]:
    """A photo of every activity; a list of those who came to a lesson; minutes of a meeting."""
    kind = "activities.activity"
    for h in calendar:
        scene = next((s for word, s in OF_TITLE.items() if word in h.title), OF_SORT[h.sort])
        name = f"{h.day:%Y%m%d} {h.title}"
        yield _proof(kind, h.code, scene, name, "photo", h.day)
        if h.sort == "会议":
            yield _proof(kind, h.code, papers.minutes, f"{name}记录", "minutes", h.day)
        if h.sort in ("课堂", "会议"):
            yield _proof(kind, h.code, papers.roster, f"{name}签到表", "roster", h.day)


def _honours() -> Iterator[Proof]:
    """The certificates that were found in the cupboard: all but the last."""
    for n, honour in enumerate(honours.held()[:-1], 1):
        scene = papers.plaque if "示范社区" in honour["title_zh"] else papers.certificate
        day = date(2012 - n % 4, 3 + n % 9, 12)
        yield _proof("honours.honour", f"RY-{n:02}", scene, honour["title_zh"], "document", day)


def _enterprises() -> Iterator[Proof]:
    """The decisions that founded the branches, the union's plaque, the notices of payment, the window."""
    for n, firm in enumerate(register.firms()):
        name, day = f"{firm}党支部", date(2010, 7 + n % 6, 8)
        told = f"关于成立{name}的批复"
        yield _proof("enterprises.partybranch", name, papers.document, told, "document", day, column="name")
    day = date(2012, 9, 5)
    union = FACTS["union"]["joint_building_union_zh"]
    yield _proof("enterprises.union", "GH1", papers.plaque, f"{union}挂牌", "photo", day)
    yield _proof("enterprises.union", "GH1", papers.document, f"{union}批复", "document", day)
    for got in FACTS["enterprise_support"]:
        year, name = got["year"], f"{got['year']}年奖励到账通知"
        paid = date(year, 11, 20)
        yield _proof("enterprises.payment", str(year), papers.document, name, "document", paid, column="year")
    yield _proof("enterprises.window", "CK1", places.station, "楼宇企业服务窗口", "photo", date(2012, 3, 1))


def _governance(today: date) -> Iterator[Proof]:
    """The decisions on groups, the ballots, the plan that shows the area."""
    groups = (("CJ", "两型创建小组", 2012), ("LX", "联席会", 2012), ("MZ", "民主法治工作领导小组", 2011))
    for code, name, year in groups:
        told = f"关于成立{name}的通知"
        yield _proof("governance.group", code, papers.document, told, "document", date(year, 3, 1))
    for poll in elections.POLLS:
        if poll <= today:
            yield _proof(
                "elections.election", f"XJ-{poll.year}", papers.ballot, f"{poll.year}年换届投票", "photo", poll
            )
    community = FACTS["community"]["name_zh"]
    yield _proof("register.profile", community, papers.street_plan, f"{community}平面图", "map", date(2010, 6, 1))


def _safety() -> Iterator[Proof]:
    """Plans and maps, shelters, stores, the station."""
    day = date(2011, 9, 20)
    yield _proof("safety.plan", "YA1", papers.document, "社区综合应急预案", "plan", day)
    yield _proof("safety.plan", "YA2", papers.risk_map, "社区灾害风险地图", "map", day)
    yield _proof("safety.plan", "YA6", scenes.lesson, "综合防灾教育基地", "photo", day)
    for code, name in (("BN1", "文化广场避难场所"), ("BN2", "文源小学操场避难场所")):
        yield _proof("safety.shelter", code, places.shelter, name, "photo", day)
    for code, name in (("WZ1", "灭火器"), ("WZ2", "急救箱"), ("WZ5", "应急灯")):
        yield _proof("safety.resource", code, places.stores, f"应急物资 {name}", "photo", day)
    yield _proof("casework.station", "ZD1", places.station, "社工服务站", "photo", date(2010, 10, 8))
