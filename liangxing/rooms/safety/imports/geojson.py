"""A network drawn in another program: GeoJSON (RFC 7946), read into the sheets that an import looks at first.

Points are spots, lines are ways; properties are called as our own fields are. A line whose ends are not named takes the
spots that lie there, and where none lies it makes one.
"""

from __future__ import annotations

import io
import json
from collections.abc import Iterator
from datetime import date
from itertools import pairwise
from typing import Any

from django.utils.translation import gettext as _
from openpyxl import Workbook

from liangxing.kernel.errors import Refused
from liangxing.kernel.ground import distance_m
from liangxing.records.kinds import Kind, kinds
from liangxing.records.tables.columns import columns_of

MOST_BYTES = 20 << 20
Row = dict[str, Any]
ALIKE = 6  # decimals of a degree, about ten centimetres: nearer spots are the same


def workbook_of(content: bytes, day: date) -> bytes:
    """The same network as a workbook with a sheet of spots and one of ways; ``Refused`` when it is no GeoJSON."""
    spots, ways = rows_of(content, day)
    book = Workbook()
    book.remove(book.active)
    for key, rows in (("safety.spot", spots), ("safety.way", ways)):
        _sheet(book, kinds()[key], rows)
    made = io.BytesIO()
    book.save(made)
    return made.getvalue()


def rows_of(content: bytes, day: date) -> tuple[list[Row], list[Row]]:
    """Rows of spots and of ways, under the names of their fields."""
    if len(content) > MOST_BYTES:
        raise Refused(_("This file is larger than 20 MB: save the network alone, without the background."))
    features = list(_features(content))
    points = [f for f in features if f["geometry"]["type"] == "Point"]
    lines = [f for f in features if f["geometry"]["type"] == "LineString"]
    if not points and not lines:
        raise Refused(_("There is neither a point nor a line in it: draw spots as points and ways as lines."))
    spots = [_spot(feature, n, day) for n, feature in enumerate(points, 1)]
    there = {_at(json.loads(row["geometry"])["coordinates"]): row["code"] for row in spots}
    ways = [_way(feature, n, there, spots, day) for n, feature in enumerate(lines, 1)]
    return spots, ways


def _features(content: bytes) -> Iterator[Row]:
    try:
        told = json.loads(content.decode("utf-8-sig"))
        some = told["features"] if told["type"] == "FeatureCollection" else [told]
        for feature in some:
            if feature["geometry"] and feature["geometry"]["coordinates"]:
                yield {"geometry": feature["geometry"], "properties": feature.get("properties") or {}}
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError):
        raise Refused(
            _('This is no GeoJSON of features: it starts like {"type": "FeatureCollection", "features": [….')
        ) from None


def _spot(feature: Row, number: int, day: date) -> Row:
    told = _known(feature["properties"], "safety.spot")
    geometry = json.dumps({"type": "Point", "coordinates": feature["geometry"]["coordinates"]})
    return {"code": f"P-{number}", "day": day.isoformat(), **told, "geometry": geometry}


def _way(feature: Row, number: int, there: dict[tuple[float, ...], str], spots: list[Row], day: date) -> Row:
    line = feature["geometry"]["coordinates"]
    told = _known(feature["properties"], "safety.way")
    ends = {}
    for name, at in (("start", line[0]), ("finish", line[-1])):
        if name not in told:
            ends[name] = _spot_at(at, there, spots, day)
    try:
        length = sum(distance_m((one[0], one[1]), (other[0], other[1])) for one, other in pairwise(line))
    except (TypeError, IndexError):
        raise Refused(_("Line %s has a position that is no pair of numbers.") % number) from None
    return {"code": f"T-{number}", "day": day.isoformat(), "length_m": f"{length:.1f}", **ends, **told}


def _spot_at(at: Any, there: dict[tuple[float, ...], str], spots: list[Row], day: date) -> str:
    place = _at(at)
    if place not in there:
        there[place] = f"P-{len(spots) + 1}"
        spots.append({"code": there[place], "day": day.isoformat(), "geometry": json.dumps(
            {"type": "Point", "coordinates": list(at)})})  # fmt: skip
    return there[place]


def _at(position: Any) -> tuple[float, ...]:
    try:
        return tuple(round(float(degree), ALIKE) for degree in position[:2])
    except (TypeError, ValueError):
        raise Refused(_("A position is no pair of numbers: longitude, latitude.")) from None


def _known(properties: Row, key: str) -> Row:
    """The *properties* that are fields of the kind, under whatever name its tables know them."""
    columns = columns_of(kinds()[key])
    named = {field: value for name, value in properties.items() if (field := columns.field_of(str(name)))}
    return {name: _plain(value) for name, value in named.items() if value not in (None, "") and name != "geometry"}


def _plain(value: Any) -> Any:
    if isinstance(value, bool):
        return _("yes") if value else _("no")
    return value if isinstance(value, int | float) else str(value)


def _sheet(book: Workbook, kind: Kind, rows: list[Row]) -> None:
    columns = columns_of(kind)
    fields = [name for name in kind.form.base_fields if any(name in row for row in rows)]
    sheet = book.create_sheet(columns.sheets[0][:31])
    sheet.append([columns.heading(name) for name in fields])
    for row in rows:
        sheet.append([row.get(name, "") for name in fields])
