"""A report, what is on record, and the check between them, without a database."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from liangxing.reports.check.check import check_text
from liangxing.reports.check.claims import Honour, Item, Named, Payment, Recorded

DAY = date(2013, 3, 31)
REPORT = Path(__file__).parents[4] / "demo" / "report.txt"
FIRM = "湖南湘牛环保有限公司"
RECORDED = Recorded(
    figures={
        key: Decimal(value)
        for key, value in {
            "register.area": "0.6", "register.buildings": "93", "register.households": "3324",
            "register.residents": "8237", "register.organisations_resident": "2", "register.estates": "6",
            "outreach.calls": "6", "outreach.cooling_threshold": "26.0", "environment.sorted_bins": "60",
            "environment.parking_added": "312", "enterprises.branches": "21", "honours.held": "10",
            "activities.held": "33", "register.enterprises": "22",
        }.items()
    },
    honours=(
        Honour("省级民主法治示范社区", "province"),
        Honour("省级综合防灾示范社区", "province", ("全省防灾减灾示范社区",)),
        Honour("市节能环保示范社区", "city"),
        Honour("市两型创建工作先进单位", "city"),
        Honour("市创建全国文明城市工作先进集体", "city"),
        Honour("市模范职工小家", "city"),
        Honour("市级文明社区", "city"),
        Honour("市级城市管理工作先进集体", "city"),
        Honour("市计划生育工作先进单位", "city"),
        Honour("市先进基层工会组织", "city"),
    ),
    payments=(
        Payment(FIRM, 2011, Decimal(20000)),
        Payment(FIRM, 2012, Decimal(30000), Decimal(20000000)),
    ),
    named=(
        Named("enterprises.branches", "湖南红海人力资源有限公司党支部", date(2010, 7, 1)),
        Named("enterprises.branches", "市天虹百货有限公司党支部", date(2010, 8, 3)),
        Named("enterprises.joint_unions", "和庄楼宇联合工会", date(2012, 9, 1)),
    ),
    items=tuple(
        Item(key, name)
        for key, names in {
            "governance.joint_council_kinds": "企业负责人 居民小组组长 党员代表 居民代表 环保志愿者",
            "environment.estate_works": "绿化 沟渠 铁栅栏 下水道",
            "environment.pavements_relaid": "银杏路 玉兰路",
            "environment.shop_signs_unified": "银杏路",
        }.items()
        for name in names.split()
    ),
    flows=frozenset({"activities.held"}),
)  # fmt: skip


@pytest.fixture(scope="session")
def vocabulary():
    from liangxing.reports.check import recorded

    return recorded.vocabulary()


@pytest.fixture
def check(vocabulary):
    """What becomes of a text: its claims as ``(words, kind, measure, verdict)``, signs of loss left out."""

    def told(text, recorded=RECORDED, day=DAY):
        found = check_text(text, vocabulary, recorded, day=day)
        return [(c.text, c.kind.value, c.measure, c.verdict.value) for c in found.claims if c.kind != "lost"]

    return told


@pytest.fixture(scope="session")
def report():
    return REPORT.read_text("utf-8")
