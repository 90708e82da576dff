"""The calendar: what was held up to the report, and in every year since."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache

from .facts import WORDS, chance, years
from .tables import Rows, Table, heads, mixed

DENSE = 2026  # from this year on the calendar is whole; before it, what the old folders still tell
HEADER = ["活动编号", "活动内容", "活动时间", "活动类型", "活动主题", "活动地点", "参加人数(人)"]


@dataclass(frozen=True, slots=True)
class Held:
    """One activity: sort, topics and place in the words of the tables."""

    code: str
    title: str
    day: date
    sort: str
    topics: str
    place: str
    heads: int


@cache
def before() -> tuple[Held, ...]:
    """One and a half years of the calendar, up to the report."""
    told = [
        Held("2012-01", "水资源的保护与利用宣传", date(2012, 3, 22), "宣传", "水资源、环保", "文化广场", 126),
        Held("2012-02", "爱绿护绿 植树半日", date(2012, 4, 8), "主题活动", "绿化", "中心绿地", 88),
        Held("2012-03", "食品安全进社区", date(2012, 4, 18), "宣传", "食品安全", "文化广场", 143),
        Held("2012-04", "环保知识宣教", date(2012, 5, 16), "宣传", "环保", "银杏路", 97),
        Held("2012-05", "世界环境日宣传", date(2012, 6, 5), "宣传", "世界环境日、环保", "文化广场", 182),
        Held("2012-06", "节能科学知识课", date(2012, 6, 20), "课堂", "节能", "社工服务站", 54),
        Held("2012-07", "环保法律知识课", date(2012, 7, 11), "课堂", "法律、环保", "社工服务站", 46),
        Held("2012-08", "环境道德伦理课", date(2012, 8, 15), "课堂", "环境道德", "诚信书吧", 39),
        Held("2012-09", "拒绝白色污染 清捡行动", date(2012, 8, 25), "主题活动", "白色污染", "玉兰路", 112),
        Held("2012-10", "家庭节能技巧课", date(2012, 9, 19), "课堂", "节能、生活习惯", "社工服务站", 61),
        Held("2012-11", "节能环保从我做起签名", date(2012, 10, 13), "主题活动", "节能、生活习惯", "文化广场", 205),
        Held("2012-12", "学法普法日", date(2012, 12, 4), "宣传", "法律", "文化广场", 77),
        Held("2012-13", "综合防灾演练", date(2012, 5, 12), "演练", "减灾", "文源小学操场", 260),
        Held("2012-14", "减灾专题演出", date(2012, 10, 9), "演出", "减灾", "文化广场", 310),
        Held("2012-15", "逃生自救与互救讲座", date(2012, 11, 9), "课堂", "减灾", "社区办公室", 68),
        Held("2013-01", "公共安全教育", date(2013, 1, 23), "课堂", "减灾", "社区办公室", 57),
        Held("2013-02", "世界水日 节水宣传", date(2013, 3, 22), "宣传", "水资源", "玉兰路", 118),
        Held("HY-1", "党员会议", date(2012, 12, 19), "会议", "", "社区办公室", 42),
        Held("HY-2", "辖区单位负责人会议", date(2012, 4, 11), "会议", "", "社区办公室", 19),
        Held("HY-3", "楼栋长座谈会", date(2012, 7, 25), "会议", "", "社区办公室", 66),
        Held("HY-4", "居民代表座谈会", date(2012, 11, 21), "会议", "", "社区办公室", 58),
    ]
    months = [date(2012, month, 28) for month in range(4, 13)] + [date(2013, month, 27) for month in range(1, 4)]
    cleaning = [Held(f"DSC-{d:%y%m}", "环境卫生大扫除", d, "大扫除", "", "玉兰路", 40 + d.month * 3) for d in months]
    return (*told, *cleaning)


MEETINGS = ("党员会议", "辖区单位负责人会议", "楼栋长座谈会", "居民代表座谈会")


def since(today: date) -> list[Held]:
    """What was held after the report: the same for a day whatever *today* is."""
    return [held for year, last in years(today) for held in _year(year) if held.day <= last]


@cache
def _year(year: int) -> tuple[Held, ...]:
    first = date(year, 5, 10) if year == 2013 else date(year, 1, 8)
    step = 9 if year >= DENSE else 30
    titles = WORDS["held"]
    found = []
    for n in range((date(year, 12, 28) - first).days // step + 1):
        title, sort, topics, place = titles[(n + year) % len(titles)]
        heads_counted = 40 + chance(f"heads/{year}/{n}").randint(0, 110)
        found.append(
            Held(f"{year}-H{n + 1:02}", title, first + timedelta(n * step), sort, topics, place, heads_counted)
        )
    day, seen = date(year, 6, 5), chance(f"heads/{year}/day").randint(60, 190)
    topics = "世界环境日、环保"
    found.append(Held(f"{year}-HJR", "世界环境日宣传", day, "宣传", topics, "文化广场", 82 if year == 2026 else seen))
    meetings = zip(MEETINGS, (14, 5, 8, 10), (4, 5, 8, 11), strict=True)
    found += [Held(f"{year}-HY{n}", title, date(year, month, day_of), "会议", "", "社区办公室", 20 + n * 11)
              for n, (title, day_of, month) in enumerate(meetings, 1)]  # fmt: skip
    months = range(1, 13) if year >= DENSE else (5, 8, 11) if year == 2013 else (2, 5, 8, 11)
    found += [Held(f"{year}-DSC{month:02}", "环境卫生大扫除", date(year, month, 26), "大扫除", "",
                   "玉兰路" if month % 2 else "银杏路", 34 + month * 3) for month in months]  # fmt: skip
    return tuple(sorted(found, key=lambda held: held.day))


def table(calendar: list[Held], *, title: list[str], total: bool = False) -> Table:
    """The calendar as a community keeps it: days and heads typed by several hands."""
    rows = [
        (h.code, h.title, mixed(n, h.day), h.sort, h.topics, h.place, heads(n, h.heads)) for n, h in enumerate(calendar)
    ]
    foot: Rows = [["合计", f"{len(rows)}场", "", "", "", "", sum(h.heads for h in calendar)], ["填表人：谭小满"]]
    return Table("活动", HEADER, rows, title=title, foot=foot if total else (), blank_every=9)


ANNOUNCED_SINCE, ANNOUNCED_AHEAD = date(2026, 6, 6), timedelta(days=28)
ANNOUNCED = ["活动编号", "活动名称", "活动日期", "开始时间", "活动类型", "活动主题", "活动地点", "参加人数(人)"]


def announced(on: date) -> Table:
    """A Saturday each week, told four weeks ahead with its time and place; heads are counted when it has been."""
    titles, rows, day = WORDS["announced"], [], ANNOUNCED_SINCE
    while day <= on + ANNOUNCED_AHEAD:
        title, sort, topics, place, begins = titles[day.toordinal() // 7 % len(titles)]
        came = chance(f"heads/{day}").randint(18, 70) if day < on else ""
        rows.append((f"YG-{day:%Y%m%d}", title, day.isoformat(), begins, sort, topics, place, came))
        day += timedelta(days=7)
    return Table("活动", ANNOUNCED, rows, title=["社区活动预告"])
