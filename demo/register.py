"""The register's tables: the ground, the households and residents, organisations and posts."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

from . import plan, shapes, tables
from .accounts import ACCOUNTS, SINCE
from .facts import FACTS, LATELY_D, REGISTERED, WORDS
from .people import homes, name, residents
from .tables import Table

DAY = tables.dotted(REGISTERED)
BRANCHES: int = FACTS["party_branches"]["helped_to_found"]
SUPPORTED: str = FACTS["enterprise_support"][0]["enterprise_zh"]
BEGUN = date(2011, 4, 1)  # when those took office who are there as of the report
NO_PLACE = "430199"  # a division that does not exist, so that no code can be anybody's


def firms() -> list[str]:
    """The enterprises with a party branch: those that the report names, and invented ones."""
    named = [branch.removesuffix("党支部") for branch in FACTS["party_branches"]["named"]]
    return named + [f"湖南{trade}有限公司" for trade in WORDS["firms"].split()][: BRANCHES - len(named)]


def credit_code(number: int) -> str:
    """An invented unified social credit code whose check character fits (GB 32100-2015)."""
    letters = "0123456789ABCDEFGHJKLMNPQRTUWXY"
    body = f"91{NO_PLACE}MA9DEM{number:03}"
    return body + letters[-sum(letters.index(c) * pow(3, n, 31) for n, c in enumerate(body)) % 31]


def ground() -> list[Table]:
    """The community itself, its places and estates."""
    about = FACTS["community"]
    profile = [about["name_zh"], about["name_zh"], about["name_en"], about["province_zh"], about["subdistrict_zh"],
               about["address_zh"], f"{about['area_km2']}平方公里", DAY]  # fmt: skip
    places = [(*place, DAY) for place in plan.places()]
    estates = [(e.code, e.name, "是" if e.residential else "否", shapes.polygon(e.ground()), DAY) for e in plan.ESTATES]
    header = ["编号", "社区名称", "英文名称", "省", "街道", "地址", "面积(平方公里)", "登记日期"]
    return [
        Table("社区概况", header, [profile], title=["金汇社区基本情况表", "填表日期：2010年6月1日"]),
        Table("地点", ["编号", "地名", "类别", "图形（GeoJSON）", "登记日期"], places),
        Table("小区", ["编号", "小区名称", "纯居民小区", "图形（GeoJSON）", "登记日期"], estates, title=["小区一览"]),
    ]


def houses() -> Iterator[Table]:
    """Buildings, entrances, flats, residents' groups and households."""
    rows = [(b.estate.name if b.estate else "", b.code, b.use, tables.wide(b.storeys), shapes.polygon(b.ground), DAY)
            for b in plan.buildings()]  # fmt: skip
    total = ["合计", f"{len(rows)}栋"]
    header = ["小区名称", "楼栋编号", "楼栋用途", "总层数", "图形（GeoJSON）", "建成日期"]
    signed = ["填表人：谭小满", "审核人：何静"]
    yield Table("楼栋", header, rows, title=["金汇社区楼栋登记表"], foot=[total, signed], merged=0)
    entrances = dict.fromkeys((home.entrance, home.building) for home in homes())
    yield Table("单元", ["单元编号", "楼号", "登记日期"], [(e, b, DAY) for e, b in entrances])
    flats = [(h.code, h.entrance, h.storey, 78 + n % 5 * 11.5, REGISTERED) for n, h in enumerate(homes())]
    yield Table("房屋", ["房号", "单元编号", "楼层", "建筑面积(㎡)", "登记日期"], flats)
    groups = [(f"Z{n}", f"第{n}居民小组", DAY) for n in range(1, 13)]
    yield Table("居民小组", ["编号", "小组名称", "成立日期"], groups)
    households = [(h.code, h.building, h.code, f"Z{n % 12 + 1}", DAY) for n, h in enumerate(homes())]
    header = ["户号", "楼号", "房号", "所属小组", "登记日期"]
    yield Table("家庭", header, households, title=["家庭登记表"], blank_every=500)


def people(today: date) -> Table:
    """Residents: the file that the household registration hands over."""
    rows = [(p.code, p.household, p.name, p.sex, p.born.isoformat(), tables.dotted(p.day), tables.dotted(p.until))
            for p in residents(today - timedelta(days=LATELY_D))]  # fmt: skip
    return Table("居民", ["人员编号", "户号", "居民姓名", "性别", "出生日期", "登记日期", "截止"], rows)


def organisations() -> Table:
    """The two resident units, and the enterprises in the office towers."""
    day = tables.spoken(date(2009, 3, 2))
    resident = [("DW1", "文源小学", "辖区单位", "", "", day), ("DW2", "文源街道卫生服务中心", "辖区单位", "", "", day)]
    offices = [b.code for b in plan.buildings() if b.use == "写字楼"]
    known = {SUPPORTED, *firms()[:2]}  # those of the report: their codes are nobody's to invent
    enterprises = [
        (f"QY{n:02}", firm, "楼宇企业", "" if firm in known else credit_code(n), offices[n % len(offices)], day)
        for n, firm in enumerate([SUPPORTED, *firms()], 1)
    ]
    header = ["编号", "单位名称", "单位性质", "信用代码", "所在楼栋", "入驻日期"]
    return Table("单位", header, [*resident, *enterprises], title=["辖区单位名册"])


POST = ["岗位编号", "岗位", "姓名", "用户名", "楼栋", "单位", "家庭", "任职日期", "离任日期", "备注"]


def posts(today: date) -> Table:
    """Posts by date: who held them as of the report, and who after them."""
    rows = [*_accounts(today), *_workers(), *_heads(today), *_grid(today)]
    return Table("岗位", POST, rows, title=["金汇社区岗位一览表"], foot=[["填表人：谭小满"]])


def _post(code: str, role: str, who: str, since: date, until: date | None = None, **more: str) -> tuple[Any, ...]:
    reach = [more.get(key, "") for key in ("account", "building", "organisation", "household")]
    return (code, role, who, *reach, tables.dotted(since), tables.dotted(until), more.get("note", ""))


def _accounts(today: date) -> list[tuple[Any, ...]]:
    """The posts of those who sign in; a grid worker's reaches over more buildings than the first."""
    return [
        _post(a.user, a.role, name(f"post/{a.user}"), a.since, account=a.user, building=a.building,
              organisation=a.organisation, household=a.household, note="副书记" if a.user == "deputy" else "")
        for a in ACCOUNTS if a.since <= today
    ]  # fmt: skip


def _workers() -> list[tuple[Any, ...]]:
    """Secretary and deputy of the report's time, and the community workers."""
    before = [_post("sj-2011", "书记", name("secretary/2011"), BEGUN, SINCE),
              _post("fsj-2011", "委员", name("deputy/2011"), BEGUN, SINCE, note="副书记")]  # fmt: skip
    workers = [_post(f"sg{n}", "社区专干", name(f"worker/{n}"), BEGUN, date(2018, 1, 1) if n % 3 == 0 else None)
               for n in range(2, 9)]  # fmt: skip
    later = [_post(f"sg{n + 10}", "社区专干", name(f"worker/{n + 10}"), date(2018, 1, 1)) for n in (3, 6)]
    return before + workers + later


def _heads(today: date) -> list[tuple[Any, ...]]:
    """A building head for every residential building; every third was followed by another."""
    taken = {a.building for a in ACCOUNTS if a.role == "楼栋长"}
    since, change = date(2011, 5, 8), date(2018, 6, 1)
    found = []
    for n, building in enumerate(b.code for b in plan.buildings() if b.use == "住宅" and b.code not in taken):
        until = change if n % 3 == 0 and change <= today else None
        found.append(_post(f"lz-{building}", "楼栋长", name(f"head/{building}"), since, until, building=building))
        if until:
            found.append(_post(f"lz2-{building}", "楼栋长", name(f"head2/{building}"), change, building=building))
    return found


def _grid(today: date) -> list[tuple[Any, ...]]:
    """Grid workers: nine persons share the buildings; whoever signs in as ``grid`` has the first estate."""
    mine = next(a for a in ACCOUNTS if a.user == "grid")
    if mine.since > today:
        return []
    found = []
    for n, building in enumerate(plan.buildings()):
        own = building.code.startswith("JQ-")
        if building.code == mine.building:
            continue
        who = name("post/grid") if own else name(f"grid/{n // 10}")
        account = mine.user if own else ""
        found.append(_post(f"wg-{building.code}", "网格员", who, mine.since, account=account, building=building.code))
    return found
