"""A small community that can be left: two buildings behind a gate, a street, a square, and nothing else."""

from __future__ import annotations

from liangxing.register.models import Profile
from liangxing.rooms.safety.tests.yard import DAY, drawn


def found(community) -> None:
    """Write it down."""
    there = drawn({"community": community, "by": "worker"}, people=40)
    there.keep(Profile(code="jh", name="金汇社区", province="湖南省", subdistrict="文源街道", address="新姚北路",
                       area_km2="0.6", day=DAY))  # fmt: skip
