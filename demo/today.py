"""Records of the current year, so that today's pages live."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

from . import plan, tables
from .facts import chance
from .people import homes, name
from .rooms import CALL_WORDS, aliases, pick
from .tables import Table, dotted

TITLES = (
    ("旧物换绿植", "主题活动", "绿化、生活习惯", "玉兰路"), ("家里的电去哪儿了", "课堂", "节能", "社工服务站"),
    ("诚信书吧环保画展", "文化活动", "环保", "诚信书吧"), ("环境卫生大扫除", "大扫除", "", "玉兰路"),
    ("楼道旧电池回收", "主题活动", "环保", "文化广场"), ("节水小妙招", "课堂", "水资源", "社工服务站"),
    ("食品安全进家门", "宣传", "食品安全", "文化广场"), ("拒绝白色污染", "主题活动", "白色污染", "银杏路"),
    ("宪法与邻里", "宣传", "法律", "社区办公室"), ("消防疏散演练", "演练", "减灾", "文源小学操场"),
)  # fmt: skip


def write(folder: Path, today: date) -> None:
    """The tables of this year, up to some days before *today*."""
    first = date(today.year, 1, 8)
    weeks = max(1, (today - first).days // 9)
    calendar = []
    for n in range(weeks):
        title, sort, topics, place = TITLES[n % len(TITLES)]
        day = first + timedelta(n * 9)
        calendar.append(
            (
                f"{today.year}-{n + 1:02}",
                title,
                dotted(day),
                sort,
                topics,
                place,
                40 + chance(f"heads/{n}").randint(0, 110),
            )
        )
    if first <= date(today.year, 6, 5) <= today:
        calendar.append(
            (f"{today.year}-HJR", "世界环境日宣传", f"{today.year}年6月5日", "宣传", "世界环境日、环保", "文化广场", 82)
        )
    codes = [h.code for h in homes()]
    signed = [(a[0], codes[(n * 131 + m * 17) % len(codes)], a[2]) for n, a in enumerate(calendar) for m in range(24)]
    pledges = [(code, CALL_WORDS[key], dotted(first + timedelta(m % weeks * 9)))
               for key in ("bag", "travel") for m, code in enumerate(pick(f"pledge/{today.year}/{key}", 240))]  # fmt: skip
    half = plan.along("YLL", 34) + plan.along("YXL", 26)
    bins = [
        (f"F{n + 1:02}", "玉兰路" if n < 34 else "银杏路", "2019版", at, "2020.6.1", "") for n, at in enumerate(half)
    ]
    header = ["活动编号", "活动内容", "活动时间", "活动类型", "活动主题", "活动地点", "参加人数(人)"]
    tables.xlsx(folder / "14 今年活动.xlsx", [
        Table("活动", header, calendar, title=[f"{today.year}年活动台账"]),
        Table("签到", ["活动编号", "户编号", "签到日期"], _once(signed)),
        Table("承诺", ["户编号", "号召内容", "承诺日期"], [p for p in pledges if p[0] not in _earlier()]),
        Table("分类垃圾箱", ["箱号", "路名", "标志标准", "图形（GeoJSON）", "配置日期", "撤换日期"], bins),
        aliases(),
    ])  # fmt: skip
    _law(folder, today)


def _earlier() -> set[str]:
    """Households that gave the same pledges before: a pledge is given once."""
    return {*pick("pledge/bag", 1180), *pick("pledge/travel", 1180 - 5 * 97)}


def _once(rows: list[tuple[str, str, str]]) -> list[tuple[str, str, str]]:
    return list({(r[0], r[1]): r for r in rows}.values())


def _law(folder: Path, today: date) -> None:
    """What the Residents' Committee Law of 2025 asks for, this year."""
    year = today.year
    poll = f"{year}.3.20"
    seats = [
        (
            name(f"seat/{n}"),
            "主任" if n == 0 else "副主任" if n == 1 else "委员",
            "是" if n % 3 == 1 else "否",
            "否",
            poll,
        )
        for n in range(7)
    ]
    representatives = [(f"DB{n:03}", name(f"rep/{n}"), f"Z{n % 12 + 1}", poll) for n in range(1, 97)]
    matters = ["会议决定及进展", "政府拨付和捐赠的钱物", "设施", "服务项目", "协商结果", "协助政府的工作"]
    shown = [(f"GK-{n}", matter, f"{year}年{matter}", 15 + n, f"{year}.4.{n}") for n, matter in enumerate(matters, 1)]
    tables.xlsx(folder / "15 今年换届与公开.xlsx", [
        Table("选举", ["选举编号", "选举日", "投票方式", "应投票数", "已投票数", "应选名额", "候选人", "多于名额的候选人",
                       "选举前公布选民名单（天）", "一人最多受托", "秘密写票", "公开计票并当场公布", "候选人与居民见面"],
              [(f"XJ-{year}", poll, "户代表", 3324, 2894, 7, 9, 2, 21, 3, "是", "是", "是")]),
        Table("居委会职务", ["姓名", "职务", "妇女", "是其他成员的近亲属", "当选日期"], seats),
        Table("居民代表", ["代表编号", "姓名", "所属小组", "推选日期"], representatives),
        Table("议事会议", ["会议编号", "会议类别", "应到", "实到", "会议日期"], [(f"YS-{year}-1", "居民代表会议", 96, 71, f"{year}.5.12"),
              (f"YS-{year}-2", "居民代表会议", 96, 64, f"{year}.9.16")]),
        Table("居务公开", ["公开编号", "事项类别", "公开事项", "公布天数", "公布日期"], shown),
    ])  # fmt: skip


def wrong(folder: Path) -> None:
    """A workbook whose lines are wrong, one of each sort: the demonstration shows how they come back."""
    households = [
        ("ZZ-1-1-101", "ZZ-1", "2012.3.1"), ("JQ-1-9-901", "JQ-1", "1899.3.1"), ("JQ-1-9-902", "JQ-1", "2099年1月1日"),
        ("", "JQ-1", "2012.3.1"), ("JQ-1-9-903", "JQ-1", "不记得"), ("JQ-1-1-101", "JQ-1", "2010.6.1"),
    ]  # fmt: skip
    bins = [
        ("X1", "玉兰路", "2008版", "2012.7.1"),
        ("X2", "没有这条路", "2008版", "2012.7.1"),
        ("X3", "玉兰路", "1999版", "2012.7.1"),
    ]
    parking = [
        ("X1", "玉兰路", "30余", "2012.11.1"),
        ("X2", "玉兰路", "-5", "2012.11.1"),
        ("X3", "玉兰路", "=cmd", "2012.11.1"),
    ]
    tables.xlsx(folder / "99 有错的表.xlsx", [
        Table("家庭", ["户号", "楼号", "登记日期"], households, title=["这张表故意写错，看系统怎么说"]),
        Table("分类垃圾箱", ["箱号", "路名", "标志标准", "配置日期"], bins[1:]),
        Table("增设停车位", ["车位编号", "路名", "车位数", "启用日期"], parking),
    ])  # fmt: skip
