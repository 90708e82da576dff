"""What people asked to be changed, and an enterprise that was written down twice."""

from __future__ import annotations

from datetime import date
from typing import Any


def ask(community: Any) -> int:
    """Ask, answer and put together, once; how many acts there were. A second run adds nothing."""
    from liangxing.records.actions import write
    from liangxing.register.changes import merge, propose, review
    from liangxing.register.models import Building, ChangeRequest, Organisation, Place

    who = {"community": community}
    if ChangeRequest.objects.filter(**who).exists():
        return 0
    house = Building.objects.known().get(code="JQ-2", **who)
    lower = propose(house, {"storeys": str((house.storeys or 7) - 1)}, by="head", why="顶层是设备间，不住人")
    review(lower, accepted=False, by="deputy", words="设备间也算一层，按竣工图登记")
    road = Place.objects.known().filter(sort="road", **who).order_by("code")[0]
    named = propose(road, {"note": "东段"}, by="volunteer", why="路牌上写的是东段")
    review(named, accepted=True, by="secretary", words="已到现场看过")
    propose(house, {"use": "public"}, by="head", why="一楼改成了活动室，请核实用途")
    firm = Organisation.objects.known().filter(sort="enterprise", **who).order_by("code")[3]
    day = date(2024, 3, 4)
    for code, name in (
        ("QY-重1", firm.name.replace("有限公司", "有限责任公司")),
        ("QY-重2", firm.name.replace("湖南", "湖南省")),
    ):
        write(
            Organisation(code=code, name=name, sort="enterprise", building=firm.building, day=day), by="worker", **who
        )
    double = Organisation.objects.known().get(code="QY-重1", **who)
    merge(firm, double, by="worker", why="同一家，营业执照上只有一个名称")
    return 7
