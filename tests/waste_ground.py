"""A community that weighs, draws and fetches waste: for the journey from a question at the bin to a share with bounds."""

from __future__ import annotations

from datetime import timedelta
from decimal import Decimal

from django.utils.timezone import localdate

from liangxing.records.actions import write, write_many
from liangxing.register.models import Building, Household, Place, Post
from liangxing.rooms.environment.models import CollectionDay, Emptying, NoiseComplaint, SortedBin, WeighSlip


def found(community) -> None:
    """Write it down."""
    who = {"community": community, "by": "worker"}
    today = localdate()
    long_ago, lately = today - timedelta(days=900), today.replace(day=1)
    road = write(Place(code="YLL", name="玉兰路", sort="road", day=long_ago), **who)
    house = write(Building(code="JQ-1", day=long_ago), **who)
    home = write(Household(code="JQ-1-101", building=house, day=long_ago), **who)
    write(Post(code="ours", role="resident", account="ours", household=home, day=long_ago), **who)
    kinds = ("kitchen", "residual")
    bins = [
        SortedBin(code=f"B-{n}", road=road, edition="2019", waste_class=kinds[n % 2], day=long_ago) for n in range(8)
    ]
    write_many(bins, **who)
    write_many([Emptying(bin=one, waste_class=one.waste_class, mass_kg=50, day=lately) for one in bins[:7]], **who)
    masses = {"kitchen": "210", "residual": "160", "recyclable": "90"}
    slips = [
        WeighSlip(code=f"S-{of}", waste_class=of, mass_kg=Decimal(m), vehicle="A1", day=lately)
        for of, m in masses.items()
    ]
    write_many(slips, **who)
    write(CollectionDay(code="D-1", sort="bulky", slots=1, day=today), **who)
    write(NoiseComplaint(code="N-1", sort="dancing", household=home, text="晚上打鼓", day=today), **who)
