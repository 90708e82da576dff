"""Polls, the committees that came out of them, representatives, the meetings that decide, and the yearly review."""

from __future__ import annotations

from datetime import date, timedelta

from demo.facts import FACTS, WORDS, years
from demo.people import homes, name
from demo.tables import Table, dotted, spoken

HOUSEHOLDS: int = FACTS["community"]["households"]
POLLS = (date(2011, 3, 18), date(2014, 3, 21), date(2017, 3, 24), date(2021, 3, 19), date(2026, 3, 20))
VOTED = (2716, 2688, 2741, 2830, 2894)
SEATS = 7
REPRESENTATIVES = 96  # 3,324 households, 20 to 50 each
POLL = ["选举编号", "选举日", "投票方式", "应投票数", "已投票数", "应选名额", "候选人", "多于名额的候选人",
        "选举前公布选民名单（天）", "一人最多受托", "秘密写票", "公开计票并当场公布", "候选人与居民见面"]  # fmt: skip
SEAT = ["姓名", "职务", "妇女", "是其他成员的近亲属", "当选日期", "截止"]


def before() -> list[Table]:
    """The poll of 2011, and the committee of that term."""
    return _terms(0, 1)


def since(today: date) -> list[Table]:
    """The polls since, up to the one under the law of 2025; its representatives, their meetings and the review."""
    last = max(day for _year, day in years(today))
    held = len([poll for poll in POLLS if poll <= last])
    if last < POLLS[-1]:
        return _terms(1, held)
    poll, groups = POLLS[-1], 12
    codes = [h.code for h in homes()]
    chosen = [(f"DB{n:03}", name(f"rep/{n}"), codes[n * 34 - 1], f"Z{(n * 34 - 1) % groups + 1}", dotted(poll))
              for n in range(1, REPRESENTATIVES + 1)]  # fmt: skip
    met = [
        ("YS-1", "居民会议", HOUSEHOLDS, 1897, 12, date(poll.year, 4, 18)),
        ("YS-2", "居民代表会议", REPRESENTATIVES, 71, "", date(poll.year, 5, 12)),
        ("YS-3", "居民代表会议", REPRESENTATIVES, 64, "", date(poll.year, 9, 16)),  # two thirds exactly
    ]
    meetings = [(*row, spoken(day)) for *row, day in met if day <= last]
    reviewed = date(poll.year, 11, 2)
    reviews = [(f"PY-{poll.year}", "是", dotted(reviewed))] if reviewed <= last else []
    return [
        *_terms(1, held),
        Table(
            "家庭表决",
            ["表决编号", "表决事项", "表决说明", "表决选项", "小区", "楼栋", "开始日期", "结束日期"],
            _questions(last),
        ),
        Table("居民代表", ["代表编号", "姓名", "家庭", "所属小组", "推选日期"], chosen),
        Table("议事会议", ["会议编号", "会议类别", "应到", "实到", "提前通知（天）", "会议日期"], meetings),
        Table("居委会评议", ["评议编号", "已公布", "评议日期"], reviews),
    ]


def _questions(last: date) -> list[tuple[object, ...]]:
    """One question to an estate that has ended, and one to a building that is open until the new year."""
    (shed, paint), year = WORDS["hall"]["questions"], POLLS[-1].year
    told = [
        (f"BJ-{year}-1", *shed, "金秋小区", "", date(year, 9, 1), date(year, 9, 22)),
        (f"BJ-{year}-2", *paint, "", "JQ-1", date(year, 11, 5), date(year + 1, 1, 1)),
    ]
    return [(*row, dotted(day), dotted(until)) for *row, day, until in told if day <= last]


def _terms(first: int, after: int) -> list[Table]:
    """The polls from *first* to before *after*, and who sat until the next."""
    polls, seats = [], []
    for n in range(first, after):
        poll = POLLS[n]
        shown = 21 if n == len(POLLS) - 1 else 20
        polls.append((f"XJ-{poll.year}", dotted(poll), "户代表", f"{HOUSEHOLDS:,}", VOTED[n], SEATS, SEATS + 2, 2,
                      shown, 3, "是", "是", "是"))  # fmt: skip
        until = dotted(POLLS[n + 1] + timedelta(days=1)) if n + 1 < len(POLLS) else ""
        for m in range(SEATS):
            duty = "主任" if m == 0 else "副主任" if m == 1 else "委员"
            woman = "是" if (m + n) % 3 == 1 else "否"
            seats.append((name(f"seat/{poll.year}/{m}"), duty, woman, "否", dotted(poll + timedelta(days=1)), until))
    return [Table("选举", POLL, polls, title=["社区居民委员会换届选举登记"]), Table("居委会职务", SEAT, seats)]
