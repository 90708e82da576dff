"""The page that shows two editions side by side."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.http import Http404, HttpResponse
from django.shortcuts import render

from liangxing.records.visit import Visit
from liangxing.standards.book import Book
from liangxing.standards.shelf import shelf
from liangxing.standards.views import asked_day
from liangxing.standards.words import language

from .compare import Change, Side, compare, editions


def comparing(request: Visit, key: str) -> HttpResponse:
    """The standard *key* beside another (``with``); ``text`` and ``with_text`` name a day of an older text."""
    some = shelf(request.community)
    if key not in some:
        raise Http404
    day, book = asked_day(request), some[key]
    others = editions(list(some.values()), book)
    other = some.get(request.GET.get("with", "")) or (others[0] if others else book)
    sides = [Side(book, _text(request, "text", book, day)), Side(other, _text(request, "with_text", other, day))]
    older, newer = sorted(sides, key=lambda side: (side.book.first, side.day))
    found = compare(request.community, older, newer, day)
    told: dict[str, Any] = {
        "book": book,
        "other": other,
        "text": sides[0].day,
        "with_text": sides[1].day,
        "editions": [book, *others],
        "rest": [b for b in some.values() if b.family != book.family],
        "found": found,
        "counts": found.counts(),
        "kinds": list(Change),
        "day": day,
        "language": language(),
        "before": _total(found.rows, "before"),
        "after": _total(found.rows, "after"),
    }
    return render(request, "standards/compare.html", told)


def _text(request: Visit, name: str, book: Book, day: date) -> date:
    """The day whose text is asked for; by default the day looked at, or the nearest on which the edition held."""
    try:
        return book.nearest(date.fromisoformat(request.GET.get(name, "")))
    except ValueError:
        return book.nearest(day)


def _total(rows: Any, side: str) -> dict[str, int]:
    found = [getattr(row, side).finding.value for row in rows if getattr(row, side)]
    return {value: found.count(value) for value in ("met", "unmet", "unknown")}
