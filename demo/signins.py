"""Who signed in at the activities of the years that are told in full."""

from __future__ import annotations

from datetime import date

from . import happened
from .people import homes
from .tables import Table, mixed

EACH = 16  # households that sign in at an activity


def table(today: date) -> Table:
    """The sheets of the entrance, a household a line."""
    codes = [home.code for home in homes()]
    rows = [
        (held.code, codes[(n * 131 + m * 17) % len(codes)], 1 + (n + m) % 2, mixed(n, held.day))
        for n, held in enumerate(h for h in happened.since(today) if h.day.year >= happened.DENSE)
        for m in range(EACH)
    ]
    return Table("签到", ["活动编号", "户编号", "人数", "签到日期"], rows)
