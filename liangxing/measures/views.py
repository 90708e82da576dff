"""Figures by room, one figure with all that proves it, the proof of a record, and a figure's rows as a table."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.apps import apps
from django.http import Http404, HttpResponse, JsonResponse
from django.shortcuts import render

from liangxing.evidence.models import Piece
from liangxing.evidence.queries import pieces_behind
from liangxing.ledger import trace
from liangxing.ledger.models import Community, Entry
from liangxing.ledger.remember import until_next_act
from liangxing.records.kinds import Kind, kinds
from liangxing.records.models import Records
from liangxing.records.pages import Pages
from liangxing.records.tables import rows
from liangxing.records.templatetags import records as tags
from liangxing.records.visit import Visit

from .asked import Asked, read
from .charts.trend import BY, Trend, trend
from .figures import Answers
from .folds import Rows
from .measure import MEASURES, Measure, Ratio
from .proved import Proved, stated

PAGE = 20  # rows shown at once: what somebody compares with paper in hand


def index(request: Visit) -> HttpResponse:
    """Every figure, by the floor or room that it belongs to."""
    asked = read(request.GET)
    values, seals = _all(request.community, asked)
    rooms: dict[str, list[dict[str, Any]]] = {}
    for key, m in MEASURES.items():
        told = {"key": key, "measure": m, "value": values[key], "proved": seals[key]}
        rooms.setdefault(key.partition(".")[0], []).append(told)
    shown = [(apps.get_app_config(app), told) for app, told in rooms.items()]
    recorded = sum(value is not None for value in values.values())
    return render(
        request, "measures/index.html", {"rooms": shown, "asked": asked, "recorded": recorded, "all": len(values)}
    )


@until_next_act
def _all(community: Community, asked: Asked) -> tuple[Answers, dict[str, Proved]]:
    return stated(MEASURES, community, asked.period, asked.known_at)


@dataclass(frozen=True, slots=True)
class _Told:
    """What is counted for the page of one figure."""

    values: Answers
    seals: dict[str, Proved]
    trend: Trend | None
    pieces: int | None


@until_next_act
def _told(community: Community, key: str, asked: Asked, by: str) -> _Told:
    m = MEASURES[key]
    sides = [side.key for side in m.counted] if isinstance(m, Ratio) else []
    values, seals = stated([key, *sides], community, asked.period, asked.known_at, after=_after(asked))
    pieces = pieces_behind(m.rows(community, asked.period, asked.known_at)) if isinstance(m, Measure) else None
    return _Told(values, seals, trend(key, community, asked, by), pieces)


def figure(request: Visit, key: str) -> HttpResponse:
    """One figure: its value and words, how it went, its rows with their evidence, and the ledger's entries."""
    m = _measure(key)
    asked = read(request.GET)
    by = request.GET.get("by", "")
    told = _told(request.community, key, asked, by if by in BY else "")
    sides = [side.key for side in m.counted] if isinstance(m, Ratio) else []
    shown = {
        "key": key,
        "measure": m,
        "asked": asked,
        "value": told.values[key],
        "proved": told.seals[key],
        "sides": [(MEASURES[side], told.values[side], told.seals[side]) for side in sides],
        "trend": told.trend,
        "pieces": told.pieces,
        "room": apps.get_app_config(key.partition(".")[0]),
        "by": by,
        "may_export": request.rights.may("export"),
    }
    if isinstance(m, Measure):
        shown |= _rows(request, m, asked, told.seals[key])
    return render(request, "measures/figure.html", shown)


def _rows(request: Visit, m: Measure, asked: Asked, counted: Proved) -> dict[str, Any]:
    """What a figure's page shows of the rows that were *counted*: one page, if the visitor sees the kind at all."""
    every = m.rows(request.community, asked.period, asked.known_at)
    kind = kinds().get(m.of._meta.label_lower)
    told: dict[str, Any] = {
        "kind": kind,
        "rows": counted.rows,
        "late": counted.late,
        "list": None,
    }
    if kind is None or not request.rights.may("read", m.of):
        return told
    seen = request.rights.narrow(every).select_related("act", *_related(kind))
    column = m.fold.column if not isinstance(m.fold, Rows) else ""
    columns = [*tags.columns(kind), *([column] if column and column not in kind.columns else [])]
    known = counted.rows if request.rights.every(m.of) else None
    page = Pages(seen, PAGE, known=known).get_page(request.GET.get("page"))
    corrected = [record.fact for record in page if record.fact != record.pk]
    before = m.of._default_manager.filter(fact__in=corrected).exclude(pk__in=[r.pk for r in page])
    was = {record.fact: record for record in before.order_by("recorded_at")}
    return {**told, "list": page, "columns": columns, "was": was}


def _after(asked: Asked) -> Any:
    """The moment after which an entry about the day looked at comes late: the end of that day."""
    return Asked(asked.period, asked.day).known_at


def _related(kind: Kind) -> list[str]:
    return [f.name for f in kind.model._meta.fields if f.is_relation and f.name in kind.columns]


def _measure(key: str) -> Measure | Ratio:
    if key not in MEASURES:
        raise Http404
    return MEASURES[key]


def proof(request: Visit, pk: UUID) -> HttpResponse:
    """The proof that a record stands in the ledger, as a file; 404 for a record that the visitor does not see."""
    told = trace.proof_of(pk, request.community)
    if told is None or not _sees(request, told.entry):
        raise Http404
    answer = JsonResponse(trace.document(told), json_dumps_params={"indent": 1})
    answer["Content-Disposition"] = f'attachment; filename="proof-{told.entry.seq}.json"'
    return answer


def _sees(request: Visit, entry: Entry) -> bool:
    if entry.kind == Piece._meta.label_lower:
        return bool(request.rights.staff)
    kind = kinds().get(entry.kind)
    if kind is None or not request.rights.may("read", kind.model):
        return False
    told: Records[Any] = kind.model._default_manager.filter(pk=entry.record)
    return bool(request.rights.narrow(told).exists())


def export(request: Visit, key: str, ending: str) -> HttpResponse:
    """The rows behind a figure as .xlsx or .csv: the columns of the form, where the visitor sees them."""
    m, asked = _measure(key), read(request.GET)
    kind = None if isinstance(m, Ratio) else kinds().get(m.of._meta.label_lower)
    if kind is None or isinstance(m, Ratio) or not request.rights.may("export", m.of):
        raise Http404
    seen = request.rights.narrow(m.rows(request.community, asked.period, asked.known_at))
    return rows.answer(f"{key}-{asked.period}", ending, kind, seen, eyes=request.rights)
