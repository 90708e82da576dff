"""Figures for programs: each with its unit, how far it is proved, and the records behind it."""

from __future__ import annotations

from typing import Any

from django.http import Http404, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _

from liangxing.measures.asked import Asked, read
from liangxing.measures.measure import MEASURES, Measure, Ratio
from liangxing.measures.proved import Proved, stated
from liangxing.records.kinds import kinds
from liangxing.records.visit import Visit

from .answers import Wrong, programs, told
from .records import paged
from .said import plain


def listed(request: Visit) -> HttpResponse:
    """Every figure for the ``period`` or ``day`` that is asked, as ``known`` on a day."""
    asked = _asked(request)
    values, seals = stated(MEASURES, request.community, asked.period, asked.known_at)
    return told(
        {"asked": _said(asked), "figures": [_figure(request, key, values[key], seals[key]) for key in MEASURES]}
    )


def one(request: Visit, key: str) -> HttpResponse:
    """One figure, and those it is a ratio of."""
    if key not in MEASURES:
        raise Http404
    asked, m = _asked(request), MEASURES[key]
    sides = [side.key for side in m.counted] if isinstance(m, Ratio) else []
    values, seals = stated([key, *sides], request.community, asked.period, asked.known_at)
    of = [_figure(request, side, values[side], seals[side]) for side in sides]
    return told({"asked": _said(asked), **_figure(request, key, values[key], seals[key]), "of": of})


def rows(request: Visit, key: str) -> HttpResponse:
    """The records that a figure counts, in pages, as far as the visitor sees them."""
    m = MEASURES.get(key)
    kind = kinds().get(m.of._meta.label_lower) if isinstance(m, Measure) else None
    if not isinstance(m, Measure) or kind is None or not request.rights.may("read", m.of):
        raise Http404
    asked = _asked(request)
    return told(paged(request, kind, request.rights.narrow(m.rows(request.community, asked.period, asked.known_at))))


def _asked(request: Visit) -> Asked:
    asked = read(request.GET)
    if asked.wrong:
        raise Wrong(400, _("This is no day or period: write days as 2012-09-30."))
    return asked


def _said(asked: Asked) -> dict[str, Any]:
    return {"first": plain(asked.first), "last": plain(asked.day), "known": plain(asked.known_on)}


def _figure(request: Visit, key: str, value: Any, seal: Proved) -> dict[str, Any]:
    """A figure as programs read it; ``value`` is ``null`` where it is unknown, and never 0 for that."""
    m = MEASURES[key]
    return {
        "key": key,
        "title": str(m.title),
        "says": str(m.says),
        "unit": m.unit,
        "value": None if value is None else str(value),
        "rows": seal.rows,
        "proved": seal.proved,
        "page": reverse("figure.read", args=[request.community.code, key]),
    }


ALL, ONE, ROWS = programs(get=listed), programs(get=one), programs(get=rows)
