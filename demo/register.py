"""The register's tables: the ground, the households and residents, organisations and posts."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

from . import plan, tables
from .accounts import ACCOUNTS
from .facts import FACTS, REGISTERED
from .people import born, homes, name
from .tables import Table

DAY = tables.dotted(REGISTERED)
BRANCH_FIRMS = 21


def firms() -> list[str]:
    """The enterprises with a party branch: those that the report names, and invented ones."""
    named = ["湖南红海人力资源有限公司", "市天虹百货有限公司"]
    trades = "青禾广告 百川物流 明远软件 嘉木设计 橙心家政 远山测绘 众鑫会计 博雅教育 蓝湾旅行 同心装饰 云麓咨询 星火文化 江岸餐饮 立信评估 惠民药房 新月影像 北辰律所 春晖养老 麦田食品"
    return named + [f"湖南{trade}有限公司" for trade in trades.split()][: BRANCH_FIRMS - len(named)]


SUPPORTED = FACTS["enterprise_support"][0]["enterprise_zh"]


def write(folder: Path) -> None:
    """All tables of the register."""
    community = FACTS["community"]
    profile = [community["name_zh"], community["name_zh"], community["name_en"], community["province_zh"],
               community["subdistrict_zh"], community["address_zh"], f"{community['area_km2']}平方公里", DAY]  # fmt: skip
    grounds = [(p, n, s, plan.point(*at), DAY) for p, (n, s, at) in plan.PLACES.items()]
    roads = [(p, n, "道路", plan.line(points), DAY) for p, (n, points) in plan.ROADS.items()]
    border = ("BJ", "社区边界", "社区边界", plan.rectangle(0, 0, plan.WIDTH_M, plan.HEIGHT_M), DAY)
    estates = [(e.code, e.name, "是" if e.residential else "否", plan.rectangle(e.x, e.y, e.width, e.height), DAY)
               for e in plan.ESTATES]  # fmt: skip
    tables.xlsx(
        folder / "01 社区概况与小区.xlsx",
        [
            Table("社区概况", ["编号", "社区名称", "英文名称", "省", "街道", "地址", "面积(平方公里)", "登记日期"], [profile],
                  title=["金汇社区基本情况表", "填表日期：2010年6月1日"]),
            Table("地点", ["编号", "地名", "类别", "图形（GeoJSON）", "登记日期"], [*grounds, *roads, border]),
            Table("小区", ["编号", "小区名称", "纯居民小区", "图形（GeoJSON）", "登记日期"], estates),
        ],
    )  # fmt: skip
    tables.xlsx(folder / "02 楼栋单元房屋.xlsx", list(_buildings()))
    tables.text(folder / "03 居民名册.csv", _residents(), "gb18030")
    tables.xls(folder / "04 单位名册.xls", [_organisations()])
    tables.xlsx(folder / "05 岗位.xlsx", [_posts()])


def _buildings() -> Iterator[Table]:
    rows = [
        (estate.name if estate else "", code, "住宅" if estate and estate.residential else "写字楼" if estate else "公共",
         tables.wide(10 if estate and estate.residential else 18 if estate else 3), plan.rectangle(*ground), DAY)
        for code, estate, ground in plan.buildings()
    ]  # fmt: skip
    total = ["合计", f"{len(rows)}栋"]
    yield Table("楼栋", ["小区名称", "楼栋编号", "楼栋用途", "总层数", "图形（GeoJSON）", "建成日期"], rows,
                title=["金汇社区楼栋登记表"], foot=[total, ["填表人：谭小满", "审核人：何静"]], merged=0)  # fmt: skip
    entrances = dict.fromkeys((home.entrance, home.building) for home in homes())
    yield Table("单元", ["单元编号", "楼号", "登记日期"], [(e, b, DAY) for e, b in entrances])
    flats = [(h.code, h.entrance, h.storey, 78 + len(h.code) % 5 * 11.5, DAY) for h in homes()]
    yield Table("房屋", ["房号", "单元编号", "楼层", "建筑面积(㎡)", "登记日期"], flats)
    groups = [(f"Z{n}", f"第{n}居民小组", DAY) for n in range(1, 13)]
    yield Table("居民小组", ["编号", "小组名称", "成立日期"], groups)
    households = [(h.code, h.building, h.code, f"Z{n % 12 + 1}", DAY) for n, h in enumerate(homes())]
    yield Table(
        "家庭", ["户号", "楼号", "房号", "所属小组", "登记日期"], households, title=["家庭登记表"], blank_every=500
    )


def _residents() -> Table:
    rows = []
    for home in homes():
        for n in range(home.people):
            key = f"{home.code}-{n + 1}"
            rows.append(
                (key, home.code, name(key), "女" if (n + len(key)) % 2 else "男", born(key, n == 0).isoformat(), DAY)
            )
    return Table("居民", ["人员编号", "户号", "居民姓名", "性别", "出生日期", "登记日期"], rows)


def _organisations() -> Table:
    day = tables.spoken(date(2009, 3, 2))
    resident = [("DW1", "文源小学", "辖区单位", "", day), ("DW2", "文源街道卫生服务中心", "辖区单位", "", day)]
    offices = [code for code, estate, _ground in plan.buildings() if estate and not estate.residential]
    named = [SUPPORTED, *firms()]
    enterprises = [(f"QY{n:02}", firm, "楼宇企业", offices[n % len(offices)], day) for n, firm in enumerate(named, 1)]
    return Table(
        "单位",
        ["编号", "单位名称", "单位性质", "所在楼栋", "入驻日期"],
        [*resident, *enterprises],
        title=["辖区单位名册"],
    )


def _posts() -> Table:
    rows = [
        (
            a.user,
            a.role,
            name(f"post/{a.user}"),
            a.user,
            a.building,
            a.organisation,
            a.household,
            tables.dotted(date(2011, 4, 1)),
        )
        for a in ACCOUNTS
    ]
    heads = [
        (f"lz-{code}", "楼栋长", name(f"head/{code}"), "", code, "", "", tables.dotted(date(2011, 5, 8)))
        for code, estate, _ground in plan.buildings()
        if estate and estate.residential
    ]
    workers = [
        (f"sg{n}", "社区专干", name(f"worker/{n}"), "", "", "", "", tables.dotted(date(2011, 4, 1)))
        for n in range(2, 9)
    ]
    header = ["岗位编号", "岗位", "姓名", "用户名", "楼栋", "单位", "家庭", "任职日期"]
    return Table("岗位", header, [*rows, *workers, *heads], title=["岗位一览表"])
