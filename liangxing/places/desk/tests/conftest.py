"""A community with something to name in a line, as of Monday, 8 June 2026."""

from datetime import date
from types import SimpleNamespace

import pytest

TODAY = date(2026, 6, 8)
LONG_AGO = date(2020, 1, 1)


@pytest.fixture
def named(who):
    """Places, estates, households, books, firms and the rest, by the name that the tests use."""
    from liangxing.activities.models import Activity
    from liangxing.records.actions import write
    from liangxing.register.models import Building, Estate, Household, Organisation, Place
    from liangxing.rooms.bookbar.models import Book, Loan
    from liangxing.rooms.casework.models import Case
    from liangxing.rooms.enterprises.models import Policy
    from liangxing.rooms.environment.models import Clearance, Works
    from liangxing.rooms.honours.models import Honour

    def keep(kind, **said):
        return write(kind(**{"day": LONG_AGO, **said}), **who)

    for code, name, sort in (
        ("WHGC", "文化广场", "square"), ("YLL", "玉兰路", "road"), ("SGZ", "社工服务站", "station"),
        ("SQB", "社区办公室", "hall"), ("XX", "文源小学", "school"), ("LD", "中心绿地", "green"),
        ("JQ-LD1", "金秋小区游园", "green"),
    ):  # fmt: skip
        keep(Place, code=code, name=name, sort=sort)
    estate = keep(Estate, code="JQ", name="金秋小区")
    keep(Estate, code="WY", name="文苑小区")
    house = keep(Building, code="JQ-1", estate=estate)
    homes = [keep(Household, code=f"JQ-1-1-10{n}", building=house) for n in (1, 2, 3)]
    book = keep(Book, code="B001", title="城市与水（1）")
    keep(Book, code="B002", title="邻里故事")
    keep(Loan, code="J2026-11", book=book, household=homes[0], day=date(2026, 3, 2))
    keep(Case, code="GA-03", household=homes[0], sort="youth")
    keep(Organisation, code="QY01", name="湖南湘牛环保有限公司", sort="enterprise")
    keep(Organisation, code="QY06", name="湖南明远软件有限公司", sort="enterprise")
    keep(Policy, code="ZC2", name="规模企业产值奖励", issuer="区政府")
    keep(Policy, code="ZC3", name="绿色改造小微企业补助", issuer="区政府")
    keep(Works, code="GC-3", name="金秋小区铁栅栏翻新", sort="railing", estate=estate)
    keep(Clearance, code="QL-7", mass_kg="75", day=date(2026, 5, 1))
    keep(Honour, code="RY-10", name="市先进基层工会组织", level="city", field="union")
    activity = keep(Activity, code="2026-H04", title="旧物换绿植", sort="campaign", attended=65, day=date(2026, 6, 6))
    return SimpleNamespace(homes=homes, activity=activity, estate=estate)
