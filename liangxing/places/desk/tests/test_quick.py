"""Lines as workers write them: which kind each is, what of it fills the form, and what is asked instead of guessed."""

from datetime import date
from types import SimpleNamespace

import pytest
from django.utils.translation import override

from liangxing.places.desk.quick.reading import read_line
from liangxing.register.rights import Rights, posts_of

from .conftest import TODAY

A, W, C, H = "activities.activity", "environment.works", "environment.clearance", "honours.honour"
B = "environment.problem"
L, V, P = "bookbar.loan", "casework.visit", "enterprises.payment"
ALWAYS = {"code", "day", "sort", "topics", "year", "level", "field"}  # compared only when the case names them

# line; kind; fields, references by what they are called; what is asked about; fields that the line lacks
CASES = [
    # what is out of order
    ("昨天 居民来电 玉兰路路灯不亮", B, dict(day="2026-06-07", text="路灯不亮", place="玉兰路", sort="lamp-out", source="telephone"), "", "code"),
    ("6月5日 居民反映 文化广场垃圾桶满了没人收", B, dict(day="2026-06-05", text="垃圾桶满了没人收", place="文化广场", sort="bins-full"), "", "code"),
    ("6月5日 complaint: street lamp is out", B, dict(day="2026-06-05", text="street lamp is out", sort="lamp-out"), "", "code"),
    # the day, in all notations
    ("6月5日 世界环境日宣传 文化广场 82人", A, dict(day="2026-06-05", title="世界环境日宣传", place="文化广场", attended="82", sort="publicity", topics=",environment-day,"), "", ""),
    ("2026年6月5日 世界环境日宣传 文化广场 82人", A, dict(day="2026-06-05", title="世界环境日宣传", place="文化广场", attended="82"), "", ""),
    ("2026-06-05 节水宣传 40人", A, dict(day="2026-06-05", title="节水宣传", attended="40", topics=",water,"), "", ""),
    ("2026.6.5 节水宣传 40人", A, dict(day="2026-06-05", title="节水宣传", attended="40"), "", ""),
    ("2026/6/5 节水宣传 40人", A, dict(day="2026-06-05", title="节水宣传", attended="40"), "", ""),
    ("20260605 节水宣传 40人", A, dict(day="2026-06-05", title="节水宣传", attended="40"), "", ""),
    ("二〇二六年六月五日 节水宣传 四十人", A, dict(day="2026-06-05", title="节水宣传", attended="40"), "", ""),
    ("六月五日 节水宣传 四十人", A, dict(day="2026-06-05", title="节水宣传", attended="40"), "", ""),
    ("6.5 节水宣传 40人", A, dict(day="2026-06-05", title="节水宣传", attended="40"), "", ""),
    ("6/5 节水宣传 40人", A, dict(day="2026-06-05", title="节水宣传", attended="40"), "", ""),
    ("６月５日　节水宣传　４０人", A, dict(day="2026-06-05", title="节水宣传", attended="40"), "", ""),
    ("去年6月5日 节水宣传 40人", A, dict(day="2025-06-05", title="节水宣传", attended="40"), "", ""),
    ("12月20日 节水宣传 40人", A, dict(day="2025-12-20", title="节水宣传", attended="40"), "", ""),  # the last such day
    ("昨天 节水宣传 40人", A, dict(day="2026-06-07", title="节水宣传", attended="40"), "", ""),
    ("前天下午 节水宣传 40人", A, dict(day="2026-06-06", title="节水宣传", attended="40"), "", ""),
    ("上周五 节水宣传 40人", A, dict(day="2026-06-05", title="节水宣传", attended="40"), "", ""),
    ("周日 节水宣传 40人", A, dict(day="2026-06-07", title="节水宣传", attended="40"), "", ""),
    ("5号 节水宣传 40人", A, dict(day="2026-06-05", title="节水宣传", attended="40"), "", ""),
    ("节水宣传 40人", A, dict(day="2026-06-08", title="节水宣传", attended="40"), "", ""),  # none given: today, and it is said
    ("6月31日 节水宣传 40人", A, dict(title="节水宣传", attended="40"), "6月31日", "day"),
    ("6月5日至7日 节水宣传 40人", A, dict(title="节水宣传", attended="40"), "6月5日至7日", "day"),
    ("6月5日 6月6日 节水宣传 40人", A, dict(title="节水宣传", attended="40"), "6月5日 6月6日", "day"),
    # how many came
    ("6月5日 节水宣传 八十余人", A, dict(title="节水宣传"), "八十余人", ""),
    ("6月5日 节水宣传 约80人", A, dict(title="节水宣传"), "约80人", ""),
    ("6月5日 节水宣传 80多人", A, dict(title="节水宣传"), "80多人", ""),
    ("6月5日 节水宣传 数十人", A, dict(title="节水宣传"), "数十人", ""),
    ("6月5日 节水宣传 80人左右", A, dict(title="节水宣传"), "80人左右", ""),
    ("6月5日 节水宣传 百人参加", A, dict(title="节水宣传"), "百人参加", ""),
    ("6月5日 节水宣传 共1,204人次", A, dict(title="节水宣传", attended="1204"), "", ""),
    ("6月5日 节水宣传 82名居民参加", A, dict(title="节水宣传", attended="82"), "", ""),
    ("6月5日 节水宣传 八十二人", A, dict(title="节水宣传", attended="82"), "", ""),
    ("6月5日 节水宣传 32户", A, dict(title="节水宣传 32户"), "32户", ""),
    ("6月5日 节水宣传 82", A, dict(title="节水宣传 82"), "82", ""),
    ("6月5日 节水宣传 志愿者12人 居民40人", A, dict(title="节水宣传 志愿者 居民"), "12人 40人", ""),
    # without a space, in a sentence
    ("6月5日在文化广场开展世界环境日宣传，82人参加", A, dict(day="2026-06-05", title="世界环境日宣传", place="文化广场", attended="82"), "", ""),
    ("昨天文源小学举行消防演练，共120人次，1个半小时", A, dict(day="2026-06-07", title="消防演练", place="文源小学", attended="120", duration_min="90", sort="drill", topics=",safety,"), "", ""),
    # where: by name, by code, by pinyin and its initials, in part; one place, not two
    ("6月5日 大扫除 YLL 35人", A, dict(title="大扫除", place="玉兰路", attended="35", sort="sanitation"), "", ""),
    ("6月5日 大扫除 wenhuaguangchang 35人", A, dict(title="大扫除", place="文化广场", attended="35"), "", ""),
    ("6月5日 大扫除 yll 35人", A, dict(title="大扫除", place="玉兰路", attended="35"), "", ""),
    ("6月5日 大扫除 社工服务 35人", A, dict(title="大扫除", place="社工服务站", attended="35"), "", ""),
    ("6月5日 金秋小区大扫除 35人", A, dict(title="金秋小区大扫除", attended="35"), "", ""),  # the estate, not its small park
    ("6月5日 大扫除 玉兰路 文化广场 35人", A, dict(title="大扫除", attended="35"), "玉兰路 文化广场", ""),
    # how long
    ("6月5日 节电课堂 社工服务站 40人 2小时", A, dict(title="节电课堂", place="社工服务站", attended="40", duration_min="120", sort="lesson", topics=",energy,"), "", ""),
    ("6月5日 节电课堂 40人 1小时30分钟", A, dict(title="节电课堂", attended="40", duration_min="90"), "", ""),
    ("6月5日 节电课堂 40人 半小时", A, dict(title="节电课堂", attended="40", duration_min="30"), "", ""),
    ("6月5日 节电课堂 40人 约2小时", A, dict(title="节电课堂", attended="40"), "约2小时", ""),
    # at what time
    ("6月5日上午9点 节电课堂 社工服务站 40人", A, dict(day="2026-06-05", title="节电课堂", place="社工服务站", attended="40", starts_at="09:00:00"), "", ""),
    ("6月5日 下午3点半 节电课堂 40人", A, dict(day="2026-06-05", title="节电课堂", attended="40", starts_at="15:30:00"), "", ""),
    ("明天 19:30 文艺晚会 文化广场", A, dict(day="2026-06-09", title="文艺晚会", place="文化广场", starts_at="19:30:00", sort="performance"), "", ""),
    ("tomorrow 3 pm fire drill, whgc", A, dict(day="2026-06-09", title="fire drill", place="文化广场", starts_at="15:00:00"), "", ""),
    # kinds by their words
    ("获市级文明社区", H, dict(name="市级文明社区", level="city", field="civility", code="RY-11"), "", ""),
    ("3月12日 被评为省级综合防灾示范社区", H, dict(day="2026-03-12", name="省级综合防灾示范社区", level="province", field="safety"), "", ""),
    ("清理白色污染 120公斤", C, dict(note="清理白色污染", mass_kg="120", code="QL-8"), "", ""),
    ("6月6日 玉兰路清捡 240斤", C, dict(day="2026-06-06", place="玉兰路", note="清捡", mass_kg="120"), "", ""),
    ("昨天清出白色垃圾0.5吨", C, dict(day="2026-06-07", note="清出白色垃圾", mass_kg="500"), "", ""),
    ("清理白色污染 一百多公斤", C, dict(note="清理白色污染"), "一百多公斤", ""),
    ("金秋小区铁栏杆改造 12万元", W, dict(name="铁栏杆改造", estate="金秋小区", cost_cny="120000", sort="railing", code="GC-4"), "", ""),
    ("5月20日 玉兰路人行道重铺 ￥80,000", W, dict(day="2026-05-20", name="人行道重铺", road="玉兰路", cost_cny="80000", sort="pavement"), "", ""),
    ("JQ-1-1-102 借《邻里故事》", L, dict(household="JQ-1-1-102", book="邻里故事", code="J2026-12"), "", ""),
    ("6月7日 JQ-1-1-102 借 B001", L, dict(day="2026-06-07", household="JQ-1-1-102", book="城市与水（1）"), "", ""),
    ("借《没有这本书》 JQ-1-1-102", L, dict(household="JQ-1-1-102", note="没有这本书"), "", "book"),
    ("走访 GA-03 40分钟", V, dict(case="GA-03", duration_min="40"), "", ""),
    ("6月6日 家访 JQ-1-1-101 1小时", V, dict(day="2026-06-06", case="GA-03", duration_min="60"), "", ""),
    ("上门 JQ-1-1-103 20分钟", V, dict(note="JQ-1-1-103", duration_min="20"), "", "case"),
    ("湘牛环保 规模企业产值奖励 3万元 2025年度 到账", P, dict(organisation="湖南湘牛环保有限公司", policy="规模企业产值奖励", amount_cny="30000", year="2025"), "", ""),
    ("4月2日 明远软件 绿色改造小微企业补助 8000元", P, dict(day="2026-04-02", organisation="湖南明远软件有限公司", policy="绿色改造小微企业补助", amount_cny="8000", year="2026"), "", ""),
    ("明远软件 到账 8000元", P, dict(organisation="湖南明远软件有限公司", amount_cny="8000"), "", "policy"),
    # in English
    ("5 June World Environment Day, Culture Square, 82 people", A, dict(day="2026-06-05", title="World Environment Day", place="文化广场", attended="82", sort="publicity", topics=",environment-day,"), "", ""),
    ("June 5, 2026: fire drill at Wenyuan Primary School with 120 pupils, 1.5 hours", A, dict(day="2026-06-05", title="fire drill", place="文源小学", attended="120", duration_min="90", sort="drill", topics=",safety,"), "", ""),
    ("yesterday clean-up on Yulan Road, about 40 people", A, dict(day="2026-06-07", title="clean-up", place="玉兰路"), "about 40 people", ""),
    ("3 kg litter picked up yesterday", C, dict(day="2026-06-07", note="litter picked up", mass_kg="3"), "", ""),
    ("won City Civilised Community", H, dict(name="City Civilised Community", level="city", field="civility"), "", ""),
    ("JQ-1-1-102 borrowed B002", L, dict(household="JQ-1-1-102", book="邻里故事"), "", ""),
    ("visit GA-03 40 min", V, dict(case="GA-03", duration_min="40"), "", ""),
    ("railings renewed, Jinqiu Estate, 120,000 yuan", W, dict(name="railings renewed", estate="金秋小区", cost_cny="120000", sort="railing"), "", ""),
    # what says no kind is asked
    ("6月5日 文化广场", None, {}, "", ""),
    ("", None, {}, "", ""),
    ("???", None, {}, "", ""),
]  # fmt: skip


@pytest.fixture
def worker(jinhui, named, come_in):
    """The request of a worker."""
    come_in("worker")
    rights = Rights(tuple(posts_of(jinhui, account="worker")))
    return SimpleNamespace(community=jinhui, rights=rights, user=SimpleNamespace(get_username=lambda: "worker"))


def said(value):
    return str(getattr(value, "title", None) or value) if hasattr(value, "pk") else str(value)


def test_there_are_enough_lines():
    assert len(CASES) >= 60


def test_lines_are_read_as_their_writers_mean_them(worker):
    wrong = []
    with override("zh-hans"):
        for line, kind, fields, asked, lacks in CASES:
            read = read_line(line, worker, today=TODAY)
            got = {name: said(one.value) for name, one in read.filled.items() if name in fields or name not in ALWAYS}
            told = (
                read.kind.key if read.kind else None,
                got,
                " ".join(u.said for u in read.unclear),
                " ".join(read.lacks),
            )
            if told != (kind, fields, asked, lacks):
                wrong.append((line, told))
    assert not wrong, "\n".join(map(str, wrong))


def test_what_was_filled_in_says_where_it_comes_from(worker):
    with override("en"):
        hints = read_line("5 June drill, whgc, 82 people", worker, today=TODAY).proposal.hints
    assert hints["day"] == "from “5 June”; no year is given: 5 June 2026 taken, the last such day"
    assert hints["place"] == "from “whgc”; for 文化广场"
    assert hints["attended"] == "from “82 people”"
    assert hints["code"] == "the next after 2026-H04"


def test_a_person_may_say_that_it_is_another_kind(worker):
    read = read_line("清理白色污染 120公斤", worker, kind=A, today=TODAY)
    assert read.kind.key == A
    assert [one.said for one in read.unclear] == ["120公斤"]
    assert read.filled["title"].value == "清理白色污染"


def test_only_what_a_post_reaches_is_found(jinhui, named, come_in):
    come_in("committee")
    rights = Rights(tuple(posts_of(jinhui, account="committee")))
    request = SimpleNamespace(community=jinhui, rights=rights, user=SimpleNamespace(get_username=lambda: "committee"))
    read = read_line("走访 GA-03 40分钟", request, today=TODAY)
    assert read.kind is None or read.kind.key != V


@pytest.mark.parametrize(
    "line", ["人" * 400, "1" * 300, "\0\0", "6月" * 100, "٣ people", "a" * 300, "𠮷野家 82人", "-" * 300]
)
def test_no_line_is_a_fault(line, worker):
    read = read_line(line, worker, today=date(2026, 6, 8))
    assert all(found.said in line for found in (*read.filled.values(), *read.unclear))
