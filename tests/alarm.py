"""A building with a head and a grid worker, and a secretary who warns: the ground of a warning on phones."""

from __future__ import annotations

from datetime import timedelta

from django.utils.timezone import localdate

from liangxing.records.actions import write
from liangxing.register.models import Building, Household, Post
from tests import town


def found(community) -> None:
    """Write it down beside a little of everything."""
    who = {"community": community, "by": "worker"}
    long_ago = localdate() - timedelta(days=300)
    town.found(community)
    house = write(Building(code="AA-1", day=long_ago), **who)
    for n in (1, 2, 3):
        write(Household(code=f"AA-1-{n}01", building=house, day=long_ago), **who)
    for role, account, place in (
        ("secretary", "secretary", None),
        ("building_head", "head", house),
        ("grid", "grid", house),
    ):
        write(Post(code=account, role=role, account=account, building=place, day=long_ago), **who)
