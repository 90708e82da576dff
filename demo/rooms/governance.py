"""Groups and their members, meetings with what was said in them and answered, and what was published."""

from __future__ import annotations

from datetime import date, timedelta

from demo import happened
from demo.accounts import SINCE
from demo.facts import WORDS, years
from demo.people import name
from demo.register import BEGUN as IN_OFFICE
from demo.tables import Table, dotted, mixed, spoken

BEGUN = date(2012, 2, 20)
LAW_BEGUN = date(2011, 4, 20)
KINDS = ("企业负责人", "居民小组组长", "党员代表", "居民代表", "环保志愿者")  # the five of facts.toml
MATTERS = ("会议决定及进展", "政府拨付和捐赠的钱物", "设施", "服务项目", "协商结果", "协助政府的工作", "其他事项")
GROUP = ["编号", "小组名称", "组织类别", "成立时间"]
MEMBER = ["所在小组", "姓名", "职务", "身份", "起任日期", "截止"]
MEETING = ["会议编号", "会议形式", "活动编号", "会议时间"]
OPINION = ["意见编号", "会议编号", "意见内容", "提出日期"]
REPLY = ["意见编号", "答复内容", "已落实", "答复日期"]


def before() -> list[Table]:
    """The three groups with all their members of both times, and the four opinion meetings of the report."""
    groups = [
        ("CJ", "两型社区创建小组", "创建小组", spoken(BEGUN)),
        ("LX", "两型创建联席会", "联席会", spoken(BEGUN)),
        ("MZ", "民主法治工作领导小组", "民主法治", spoken(LAW_BEGUN)),
    ]
    meetings, opinions, replies = _asked(list(happened.before()), WORDS["opinions"], 8)
    return [
        Table("小组", GROUP, groups, title=["社区各类小组"]),
        Table("小组成员", MEMBER, _members(), title=["各小组成员名单", "（含历任）"], merged=0),
        Table("征求意见会议", MEETING, meetings),
        Table("意见", OPINION, opinions, title=["意见建议台账"], merged=1),
        Table("答复", REPLY, replies),
    ]


def _members() -> list[tuple[str, ...]]:
    """Who sat in which group, and until when: secretary and deputy changed in 2021."""
    change, begun, law = dotted(SINCE), dotted(BEGUN), dotted(LAW_BEGUN)
    staff = [name("post/worker"), *(name(f"worker/{n}") for n in range(2, 9))]
    return [
        ("CJ", name("secretary/2011"), "组长", "社区书记", begun, change),
        ("CJ", name("deputy/2011"), "副组长", "社区副书记", begun, change),
        *(("CJ", who, "成员", "社区工作人员", begun, "") for who in staff),
        ("CJ", name("post/secretary"), "组长", "社区书记", change, ""),
        ("CJ", name("post/deputy"), "副组长", "社区副书记", change, ""),
        *(("LX", name(f"council/{kind}/{n}"), "成员", kind, begun, "") for kind in KINDS for n in range(3)),
        ("MZ", name("secretary/2011"), "组长", "社区书记", law, change),
        *(("MZ", name(f"law/{n}"), "成员", "社区工作人员", law, "") for n in range(4)),
        ("MZ", name("post/secretary"), "组长", "社区书记", change, ""),
    ]


Asked = tuple[list[tuple[object, ...]], list[tuple[object, ...]], list[tuple[object, ...]]]


def _asked(calendar: list[happened.Held], said: list[str], each: int, last: date | None = None) -> Asked:
    """The opinion meetings of a calendar, what was said in each, and what was answered by *last*."""
    meetings: list[tuple[object, ...]] = []
    opinions: list[tuple[object, ...]] = []
    replies: list[tuple[object, ...]] = []
    for m, held in enumerate(h for h in calendar if h.sort == "会议"):
        code = f"YJ-{held.code}"
        meetings.append((code, held.title, held.code, spoken(held.day)))
        for n in range(each):
            key, text = f"{code}-{n + 1}", said[(m + n) % len(said)]
            opinions.append((key, code, f"{text}（{held.day:%Y年}第{n + 1}条）", dotted(held.day)))
            answered = held.day + timedelta(days=12 + 2 * n)
            if (n + m) % 11 != 10 and (last is None or answered <= last):
                replies.append((key, f"已安排处理：{text}", "是" if n % 4 else "否", mixed(n, answered)))
    return meetings, opinions, replies


def since(today: date) -> list[Table]:
    """Every year's four meetings; a supervision body; and, from 2026, what the law of 2025 wants published."""
    lasts = dict(years(today))
    last = max(lasts.values())
    meetings, opinions, replies = _asked(happened.since(today), WORDS["opinions_later"], 3, last)
    begun = date(2021, 4, 10)
    watch = [("JD", name(f"supervision/{n}"), "组长" if n == 0 else "成员", "居民代表", dotted(begun), "")
             for n in range(5)]  # fmt: skip
    return [
        Table("小组", GROUP, [("JD", "居务监督委员会", "居务监督", dotted(begun))] if begun <= last else []),
        Table("小组成员", MEMBER, watch if begun <= last else []),
        Table("征求意见会议", MEETING, meetings),
        Table("意见", OPINION, opinions),
        Table("答复", REPLY, replies),
        Table("居务公开", ["公开编号", "事项类别", "公开事项", "公布天数", "公布日期"], _published(lasts),
              title=["居务公开登记（公布不少于十五日）"]),
        Table("通知", ["通知编号", "通知标题", "通知正文", "小区", "楼栋", "张贴日期", "到期日期"], _notices(lasts)),
    ]  # fmt: skip


def _published(lasts: dict[int, date]) -> list[tuple[object, ...]]:
    """Each of the seven matters twice a year, from the year in which the law holds."""
    rows: list[tuple[object, ...]] = []
    for year, last in lasts.items():
        for n in range(14 if year >= 2026 else 0):
            day = date(year, 1, 20) + timedelta(n * 24)
            if day + timedelta(days=15) <= last:  # shown for its whole time before it is told here
                subject = f"{WORDS['disclosed'][n % 7]}（{year}年{'上' if n < 7 else '下'}半年）"
                rows.append((f"GK-{year}-{n + 1}", MATTERS[n % 7], subject, 15 + n % 4, mixed(n, day)))
    return rows


def _notices(lasts: dict[int, date]) -> list[tuple[object, ...]]:
    """A notice for everybody, one for an estate and one for a building in each month, from the year told in full."""
    rows: list[tuple[object, ...]] = []
    told, of_building = WORDS["hall"]["notices"], WORDS["hall"]["notice_of_building"]
    for year, last in lasts.items():
        for month in range(1, 13) if year >= happened.DENSE else ():
            hung = date(year, month, 12)
            until = dotted(hung + timedelta(days=30))
            for n, (title, text, estate, building) in enumerate([
                (*told[month % 3], "", ""), (*told[(month + 1) % 3], "金秋小区", ""), (*of_building, "", "JQ-1"),
            ]):  # fmt: skip
                if hung + timedelta(days=n) <= last:
                    code = f"TZ-{year}{month:02}-{n + 1}"
                    rows.append((code, title, text, estate, building, dotted(hung + timedelta(days=n)), until))
    return rows


assert IN_OFFICE <= LAW_BEGUN, "the secretary leads the group from the first day"
