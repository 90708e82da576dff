"""Rows that were typed into a small grid or pasted from a spreadsheet, as lines of the forms that all records have."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any

from django.utils.translation import gettext as _
from pypinyin import Style, lazy_pinyin

from liangxing.activities.forms import ActivityForm
from liangxing.kernel.errors import Refused
from liangxing.ledger.acts import act
from liangxing.ledger.models import Community
from liangxing.records.forms import RecordForm
from liangxing.records.kinds import kinds
from liangxing.records.lines import Line, State, keep_lines, read_lines
from liangxing.records.tables.cells import read_choice, reader_of
from liangxing.records.tables.columns import columns_of, open_sets
from liangxing.register.forms import BuildingForm, EstateForm
from liangxing.register.models import Estate

ESTATE = "\u5c0f\u533a"  # the word for an estate, which its short code leaves out
RANGE = re.compile(r"(\d+)\D{0,2}[-~\u2013\u2014\u81f3\u5230\uff5e](\d+)\D{0,2}")
NUMBER = re.compile(r"(\d+)\D{0,2}")
MOST = 200  # buildings of one range: more is a slip of the pen
Row = dict[str, str]


def pasted(text: str, names: tuple[str, ...]) -> list[Row]:
    """The lines of *text* as rows: cells are parted by tabs, or by commas where there is no tab."""
    found = []
    for line in text.splitlines():
        cells = [cell.strip() for cell in (line.split("\t") if "\t" in line else re.split(r"[,\uff0c]", line))]
        if any(cells):
            found.append(dict(zip(names, [*cells, *[""] * len(names)], strict=False)))
    return found


def numbers(text: str) -> list[str]:
    """The numbers of buildings that people mean: ranges, lists, with or without the word for a building.

    >>> numbers("1-3, 5 A")
    ['1', '2', '3', '5', 'A']
    """
    found: list[str] = []
    for word in re.split(r"[,\uff0c\u3001;\uff1b\s]+", text.strip()):
        if match := RANGE.fullmatch(word):
            first, last = int(match[1]), int(match[2])
            if not 0 <= last - first < MOST:
                raise Refused(_("“%s” is no run of buildings: write it as 1-8.") % word)
            found += map(str, range(first, last + 1))
        elif word:
            found.append(match[1] if (match := NUMBER.fullmatch(word)) else word)
    return list(dict.fromkeys(found))


def stem(name: str, taken: Iterable[str]) -> str:
    """A short code for an estate: the initials of its name, with a number when they are *taken*.

    >>> stem("Jade", [])
    'JADE'
    """
    initials = "".join(lazy_pinyin(name.removesuffix(ESTATE) or name, style=Style.FIRST_LETTER))
    plain = "".join(c for c in initials.upper() if c.isalnum() and c.isascii())[:4] or "X"
    return next(code for n in range(1, 1000) if (code := plain if n == 1 else f"{plain}{n}") not in set(taken))


def ground(rows: list[Row], day: date, community: Community, by: str) -> int:
    """Keep estates and their buildings in one act; how many records. ``Refused`` names the row and keeps none."""
    known = {e.name: e.code for e in Estate.objects.known().filter(community=community)}
    estates: list[dict[str, Any]] = []
    buildings: list[dict[str, Any]] = []
    for row in rows:
        name = row["estate"]
        if not name:
            raise Refused(_("A row has buildings and no estate: write the estate's name before them."))
        if name not in known:
            known[name] = stem(name, known.values())
            estates.append({"code": known[name], "name": name, "residential": True, "day": day})
        for number in numbers(row["buildings"]):
            told = {"code": f"{known[name]}-{number}", "estate": known[name], "storeys": row["storeys"], "day": day}
            buildings.append({**told, "use": "residential"})
    first = read_lines(EstateForm, estates, community=community)
    offered = [line.record for line in first if line.record]
    second = read_lines(BuildingForm, buildings, community=community, offered=offered)
    return _keep([(EstateForm, first, estates), (BuildingForm, second, buildings)], community, by)


def calendar(rows: list[Row], community: Community, by: str) -> int:
    """Keep activities in one act; how many. ``Refused`` names the row and keeps none."""
    told = []
    kind = kinds()["activities.activity"]
    words, fields = open_sets(kind)["sort"], kind.form.base_fields
    for n, row in enumerate(rows, 1):
        cells = {
            name: reader_of(fields[name], columns_of(kind).choices[name])(row[name]) for name in ("day", "attended")
        }
        if wrong := next((cell.wrong for cell in cells.values() if cell.wrong), ""):
            raise Refused(f"{row['title']}: {wrong}")
        day = str(cells["day"].read_as)
        sort = read_choice(row["sort"], words).read_as
        told.append({"code": f"{day}-{n}", "title": row["title"], "day": day, "sort": sort,
                     "attended": cells["attended"].read_as})  # fmt: skip
    lines = read_lines(ActivityForm, told, community=community)
    return _keep([(ActivityForm, lines, told)], community, by)


Read = tuple[type[RecordForm[Any]], list[Line], list[dict[str, Any]]]


def _keep(read: list[Read], community: Community, by: str) -> int:
    for form, lines, rows in read:
        if words := next(_wrong(form, lines, rows), ""):
            raise Refused(words)
    with act("start.keep", community=community, by=by):
        return sum(keep_lines(lines, community=community, by=by, why="guided start") for _form, lines, _rows in read)


def _wrong(form: type[RecordForm[Any]], lines: list[Line], rows: list[dict[str, Any]]) -> Iterator[str]:
    """What is wrong with the first bad line, under the name by which whoever typed it knows it."""
    for line, row in zip(lines, rows, strict=True):
        if line.state is State.BAD:
            name, errors = next(iter(line.errors.items()))
            label = form.base_fields[name].label if name in form.base_fields else ""
            yield f"{row.get('title') or row.get('name') or row['code']} · {label}: {' '.join(map(str, errors))}"
