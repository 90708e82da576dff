"""A small community for tests of pages: a little of everything, with evidence, a correction and a strike."""

from __future__ import annotations

import io
import json
from datetime import timedelta
from types import SimpleNamespace

from django.utils.timezone import localdate
from PIL import Image

from liangxing.activities.models import Activity
from liangxing.evidence.actions import attach
from liangxing.records.actions import correct, strike, write, write_many
from liangxing.register.models import Building, Estate, Household, Place, Profile, Resident
from liangxing.reports.admission.models import ByHand
from liangxing.reports.forms.models import Form, FormField
from liangxing.rooms.casework.models import Case
from liangxing.rooms.environment.models import SortedBin, Works
from liangxing.rooms.governance.models import Disclosure, OpinionMeeting
from liangxing.rooms.honours.models import Honour
from tests import rounds_ground


def picture(colour: str = "seagreen") -> io.BytesIO:
    """A picture that a phone might have taken."""
    kept = io.BytesIO()
    Image.new("RGB", (640, 427), colour).save(kept, "JPEG")
    kept.seek(0)
    return kept


def shape(sort: str, *points: tuple[float, float]) -> str:
    """A geometry of GeoJSON near 112.98 E, 28.11 N; *points* in thousandths of a degree from there."""
    spots = [[112.98 + x / 1000, 28.11 + y / 1000] for x, y in points]
    told = {"Point": spots[0], "LineString": spots, "Polygon": [[*spots, spots[0]]]}[sort]
    return json.dumps({"type": sort, "coordinates": told})


def forms(keep, lately) -> None:
    """A form that is in order and was filled by hand once, and one whose term is over."""
    began = lately.replace(year=lately.year - 1, day=1)
    told = {"asked_by": "区民政局", "authority": "民政通知 11 号", "period": "monthly", "day": began}
    keep(Form(code="B2", title="停用的报表", until=began + timedelta(days=90), **told))
    monthly = keep(Form(code="B1", title="民政月报", **told))
    for n, (label, key) in enumerate((("总户数（户）", "register.households"), ("助餐人次", "")), 1):
        source = "measure" if key else "answer"
        keep(FormField(form=monthly, sheet="表", cell=f"B{n}", label=label, source=source, key=key, day=began))
    keep(ByHand(form=monthly, first=began, after=began + timedelta(days=28), cells=2, minutes=30, day=lately))


def found(community) -> SimpleNamespace:
    """Write the community down; the records that tests ask for again, by name."""
    who = {"community": community, "by": "worker"}
    today = localdate()
    long_ago, lately = today.replace(year=today.year - 2, day=1), today - timedelta(days=2)

    def keep(record):
        return write(record, **who)

    keep(Profile(code="jh", name="金汇社区", province="湖南省", subdistrict="文源街道", address="新姚北路",
                 area_km2="0.6", day=long_ago))  # fmt: skip
    estate = keep(Estate(code="JQ", name="金秋小区", day=long_ago,
                         geometry=shape("Polygon", (0, 0), (4, 0), (4, 2), (0, 2))))  # fmt: skip
    house = keep(Building(code="JQ-1", estate=estate, day=long_ago,
                          geometry=shape("Polygon", (1, 1), (2, 1), (2, 1.5), (1, 1.5))))  # fmt: skip
    home = keep(Household(code="JQ-1-101", building=house, day=long_ago))
    resident = keep(Resident(code="R1", household=home, name="秘而不宣", phone="13800000000", day=long_ago))
    road = keep(
        Place(code="YLL", name="玉兰路", sort="road", geometry=shape("LineString", (0, 3), (6, 3)), day=long_ago)
    )
    bins = [SortedBin(code=f"F{n}", road=road, edition="2019", day=long_ago, geometry=shape("Point", (n / 10, 3)))
            for n in range(60)]  # fmt: skip
    write_many(bins, **who)
    activity = keep(Activity(code="A1", title="旧物换绿植", sort="campaign", topics=",energy,", place=road, attended=71,
                             day=lately))  # fmt: skip
    attach(activity, picture(), name="旧物换绿植.jpg", sort="photo", by="worker")
    corrected = correct(activity, by="worker", why="数错了", attended=65)
    struck = keep(Activity(code="A2", title="记错的活动", sort="campaign", day=lately))
    strike(struck, by="worker", why="没有办成")
    works = keep(Works(code="G1", name="铁栏杆改造", sort="railing", estate=estate, cost_cny="120000", day=long_ago))
    for sort, colour in (("before", "sienna"), ("after", "seagreen")):
        attach(works, picture(colour), name=f"{sort}.jpg", sort=sort, by="worker")
    attach(works, io.BytesIO(b"%PDF-1.4 names"), name="验收单.pdf", sort="document", by="worker")
    keep(Honour(code="H1", name="综合防灾示范社区", level="province", field="safety", issuer="湖南省", day=long_ago))
    keep(Disclosure(code="D1", matter="aid", title="二季度社区经费收支", shown_d=15, day=lately))
    keep(OpinionMeeting(code="Y1", sort="residents", activity=activity, day=lately))
    forms(keep, lately)
    rounds_ground.begun(who, road, long_ago)
    rounds_ground.works(who, picture("sienna"), long_ago)
    case = keep(Case(code="C1", household=home, sort="elderly", day=lately))
    return SimpleNamespace(
        resident=resident, activity=corrected, before=activity, struck=struck, works=works, case=case, home=home
    )
