"""Which notices concern whom."""

from __future__ import annotations

from datetime import date

from django.db.models import Q

from liangxing.ledger.models import Community
from liangxing.records.models import Records
from liangxing.register.models import Building

from .models import Notice


def notices_for(community: Community, building: Building | None, day: date) -> Records[Notice]:
    """The notices that hang on *day* for a household of *building*; without one, those for everybody."""
    concerns = Q(estate=None, building=None)
    if building:
        concerns |= Q(building=building.fact)
        if building.estate_id:
            concerns |= Q(estate=building.estate_id, building=None)
    standing = Notice.objects.known().standing_on(day).filter(concerns, community=community)
    return standing.select_related("estate", "building")
