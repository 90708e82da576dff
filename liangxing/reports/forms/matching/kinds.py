"""Which kind of record the repeated rows of a form list, and which column holds which field."""

from __future__ import annotations

from dataclasses import dataclass

from liangxing.records.kinds import kinds
from liangxing.records.tables.columns import columns_of
from liangxing.reports.forms.reading.wanted import WantedRows
from liangxing.reports.forms.reading.words import is_one_of, simple

NUMBER = "#"


@dataclass(frozen=True, slots=True)
class RowsMatch:
    """The kind that the rows list (empty when none fits) and, by the letters of a column, its field or ``#``."""

    kind: str
    columns: dict[str, str]


def match_rows(wanted: WantedRows) -> RowsMatch:
    """The kind whose columns fit the headings best; none when two fit alike or fewer than two columns do."""
    scored = []
    for kind in kinds().values():
        columns = columns_for(kind.key, wanted.headers)
        fields = [c for c in columns.values() if c != NUMBER]
        named = any(simple(name) in simple(wanted.section) for name in columns_of(kind).sheets if len(name) > 1)
        scored.append((len(fields) + 2 * named, kind.key, columns, len(fields)))
    scored.sort(key=lambda s: -s[0])
    (best, key, columns, n), (second, *_rest) = scored[0], scored[1]
    asked = [h for h in wanted.headers.values() if not is_one_of("number", h)]
    if n < min(2, len(asked)) or best == second or n * 3 < len(asked):
        return RowsMatch("", {k: c for k, c in columns.items() if c == NUMBER})
    return RowsMatch(key, columns)


def columns_for(kind: str, headers: dict[str, str]) -> dict[str, str]:
    """For each column whose heading names a field of *kind*, that field; each field once."""
    known, found = columns_of(kinds()[kind]), dict[str, str]()
    for letters, header in headers.items():
        if is_one_of("number", header):
            found[letters] = NUMBER
            continue
        if is_one_of("left", header):
            continue  # remarks of the department, not our notes
        tried = (header, simple(header), header.split()[-1] if header.split() else "")
        name = next((n for n in map(known.field_of, tried) if n), None)
        if name and name not in found.values():
            found[letters] = name
    return found


def told(columns: dict[str, str]) -> str:
    """*columns* as they are kept."""
    return ",".join(f"{letters}={name}" for letters, name in columns.items())


def read_columns(text: str) -> dict[str, str]:
    """Columns as they were kept.

    >>> read_columns("A=#,B=code")
    {'A': '#', 'B': 'code'}
    """
    return dict(part.split("=", 1) for part in text.split(",") if "=" in part)
