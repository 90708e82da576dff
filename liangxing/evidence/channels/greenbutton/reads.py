"""A Green Button file as the sheet of a table: a line for each meter and day, so that it is imported like any other."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta, timezone, tzinfo
from decimal import Decimal
from pathlib import Path
from typing import Any

from django.utils.timezone import get_current_timezone
from django.utils.translation import gettext as _

from liangxing.kernel.errors import Refused
from liangxing.records.tables.sheets import FORMATS, ROWS_MAX, Sheet

from . import KEY
from .espi import DELTA, Block, Interval, read

SHEET = "intervals"
HEADER = ["meter", "day", "until", "used", "unit", "source"]
# Units of measure (ESPI): what we keep them in, and how many places of a power of ten lie between.
UNITS = {72: ("kW.h", -3), 42: ("m3", 0), 134: ("m3", -3)}
DAY_S = 86_400
Line = tuple[str, date, date, tuple[str, int], str]  # meter, day, until, unit and its places, source


class GreenButton:
    """The format itself."""

    key = KEY

    def reads(self, head: bytes) -> bool:
        """Whether a file that begins so is one."""
        return head.lstrip(b"\xef\xbb\xbf \r\n\t")[:1] == b"<" and (b"naesb.org/espi" in head or b"<feed" in head)

    def sheets(self, path: Path, name: str) -> list[Sheet]:
        """One sheet with a line for each meter and day; what cannot be counted stands in a line that says so."""
        feed = read(path, name)
        zone = get_current_timezone() if feed.offset_s is None else timezone(timedelta(seconds=feed.offset_s))
        told: dict[Line, dict[tuple[int, int], set[Decimal]]] = {}
        rows: list[list[Any]] = []
        for block in feed.told():
            if block.uom in UNITS and block.accumulation == DELTA:
                for one in block.intervals:
                    each = told.setdefault(_line(block, one, zone), {})
                    each.setdefault((one.start, one.duration_s), set()).add(block.amount(one.value))
            else:
                rows.append([block.point, "", "", _("no use in intervals (unit %s)") % block.uom, "", ""])
        rows += (_row(line, each) for line, each in sorted(told.items()))
        if len(rows) > ROWS_MAX:
            raise Refused(_("%(name)s has more than %(n)s rows: send it in parts.") % {"name": name, "n": ROWS_MAX})
        return [Sheet(SHEET, list(enumerate([HEADER, *rows], start=1)))]


def _line(block: Block, one: Interval, zone: tzinfo) -> Line:
    """The line to which an interval adds: that of the day on which it begins, or its own when it is longer."""
    begin, end = (datetime.fromtimestamp(at, UTC).astimezone(zone) for at in (one.start, one.start + one.duration_s))
    until = end.date() if one.duration_s > DAY_S else begin.date() + timedelta(days=1)
    source = "estimate" if one.estimated else "intervals"
    return block.point, begin.date(), until, UNITS[block.uom], source


def _row(line: Line, each: dict[tuple[int, int], set[Decimal]]) -> list[Any]:
    """A line of the table; where one interval is told in two ways both stand there, and are read as no number."""
    meter, day, until, (unit, places), source = line
    if double := next((sorted(values) for values in each.values() if len(values) > 1), None):
        used = "? " + " / ".join(format(value.scaleb(places), "f") for value in double)
    else:
        used = format(sum((value for (value,) in each.values()), Decimal(0)).scaleb(places), "f")
    return [meter, day.isoformat(), until.isoformat(), used, unit, source]


FORMATS.add(GreenButton())
