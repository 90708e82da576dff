"""What a page shows of an import: plain words and numbers, so that a job can keep them until somebody looks."""

from __future__ import annotations

from typing import Any

from liangxing.records.lines import State

from .preview import Preview, ReadSheet

SHOWN = 1000  # wrong lines on a page; the workbook that comes back has all of them
READINGS_SHOWN = 50


def shown(read: Preview) -> dict[str, Any]:
    """All sheets of *read*, their counts, and what could not be read at all; it can be written as JSON."""
    return {"sheets": [_sheet(s) for s in read.sheets], "counts": read.counts(), "unread": read.refused}


def _sheet(sheet: ReadSheet) -> dict[str, Any]:
    """A sheet: wrong lines first of all."""
    bad = [line for line in sheet.lines if line.state is State.BAD]
    readings = [(number, heading, cell.said, cell.read_as, cell.note) for number, heading, cell in sheet.readings()]
    return {
        "kind": sheet.kind.key,
        "file": sheet.file,
        "name": sheet.name,
        "header_row": sheet.header.row,
        "unknown": list(sheet.header.unknown),
        "left_out": list(sheet.left_out),
        "counts": sheet.counts(),
        "bad": [(line.number, [str(words) for words in sheet.words(line)]) for line in bad[:SHOWN]],
        "more": max(0, len(bad) - SHOWN),
        "readings": readings[:READINGS_SHOWN],
        "more_readings": max(0, len(readings) - READINGS_SHOWN),
    }
