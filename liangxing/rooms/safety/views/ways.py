"""The network on a map and as tables; taken along and brought back as GeoJSON; and the plan made anew in the middle."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any
from uuid import UUID

from django.core.files.uploadedfile import SimpleUploadedFile
from django.http import HttpResponse, JsonResponse
from django.shortcuts import render
from django.utils.timezone import localdate

from liangxing.evidence.channels.workbook.views import importing, look
from liangxing.kernel.errors import Refused
from liangxing.records.visit import Visit

from ..evacuation.entered import data_of
from ..imports.geojson import workbook_of
from ..models import Spot, Way
from ..queries.again import Anew, again_from
from ..queries.drawn import drawing
from ..queries.mending import in_words, troubles
from ..queries.network import Scenario, entered
from ..queries.plans import lives
from ..queries.spots import position
from .evacuation import kept_document, one

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
WAY_FIELDS = ("code", "name", "sort", "one_way", "measured", "night_locked")
MOST_MIN = 240


def ways(request: Visit, refused: str = "", status: int = 200) -> HttpResponse:
    """All spots and ways: drawn, with a script to draw more, and as a table to correct without one."""
    today = localdate()
    now = entered(request.community, today, Scenario())
    names = {way.code: way.name for way in now.ways} | {s.code: s.name for s in now.shelters}
    told = {
        "now": now,
        "refused": refused,
        "troubles": troubles(now, request.community),
        "drawing": drawing({**data_of(now.network), "names": names}, request.community, today),
        "loose": [spot for spot in now.spots if spot.geometry == ""],
    }
    return render(request, "safety/ways.html", told, status=status)


def geojson(request: Visit) -> JsonResponse:
    """The network as features (RFC 7946), named as our own fields: what is changed elsewhere can be brought back."""
    rows: Any = Spot.objects.known().standing_on(localdate()).filter(community=request.community)
    spots = {spot.fact: spot for spot in rows.select_related("building", "entrance", "shelter").order_by("code")}
    features = [*(_point(spot) for spot in spots.values() if spot.geometry), *_lines(request, spots)]
    told = {"type": "FeatureCollection", "features": features}
    return JsonResponse(told, content_type="application/geo+json", json_dumps_params={"ensure_ascii": False})


def _point(spot: Spot) -> dict[str, Any]:
    stands = {name: getattr(spot, name) for name in ("building", "entrance", "shelter")}
    about = {"code": spot.code, "name": spot.name, **{name: row and row.code for name, row in stands.items()}}
    return {"type": "Feature", "geometry": json.loads(spot.geometry),
            "properties": {key: value for key, value in about.items() if value}}  # fmt: skip


def _lines(request: Visit, spots: dict[UUID, Spot]) -> Iterator[dict[str, Any]]:
    rows = Way.objects.known().standing_on(localdate()).filter(community=request.community).order_by("code")
    for way in rows:
        ends = [spots[end] for end in (way.start_id, way.finish_id) if end in spots]
        places = [position(spot.geometry) for spot in ends]
        if len(ends) < 2 or None in places[0] + places[1]:
            continue
        about = {name: getattr(way, name) for name in WAY_FIELDS}
        about |= {"start": ends[0].code, "finish": ends[1].code, "length_m": float(way.length_m)}
        about |= {"width_m": float(way.width_m), "href": f"{way.pk}"}
        line = {"type": "LineString", "coordinates": [list(place) for place in places]}
        yield {"type": "Feature", "geometry": line, "properties": about}


def bring(request: Visit) -> HttpResponse:
    """GeoJSON from another program: looked at as any import is, and kept when it is said so."""
    if request.method != "POST" or "geojson" not in request.FILES:
        return importing(request)
    file: Any = request.FILES["geojson"]
    try:
        made = workbook_of(file.read(), localdate())
    except Refused as wrong:
        return ways(request, refused=str(wrong), status=422)
    name = f"{str(file.name).rpartition('.')[0] or file.name}.xlsx"
    return look(request, [SimpleUploadedFile(name, made, XLSX)], "")


def again(request: Visit, pk: UUID) -> HttpResponse:
    """In the middle of it: ways that are closed now, and the plan from where people are."""
    kept = one(request, pk)
    told = kept_document(kept)
    closed = set(request.GET.getlist("closed"))
    minutes = _whole(request.GET.get("minutes", ""), MOST_MIN)
    houses = sorted(lives(told).items())
    inside = {
        house: n for house, _people in houses if (n := _whole(request.GET.get(f"inside {house}", ""))) is not None
    }
    found: Anew | None = None
    refused = ""
    if minutes is not None:
        try:
            found = again_from(told, minutes * 60, closed, inside)
        except Refused as wrong:
            refused = in_words(wrong)
    names = {way["id"]: told["names"].get(way["id"], "") for way in told["network"]["ways"] if way["kind"] != "stair"}
    drawn = drawing({**told["network"], "names": told["names"]}, request.community, kept.day, closed, houses=False)
    return render(request, "safety/evacuation_again.html", {
        "plan": kept, "found": found, "refused": refused, "closed": closed, "minutes": minutes or 0,
        "choices": sorted(names.items(), key=lambda row: (not row[1], row[1], row[0])), "drawing": drawn,
        "houses": [(house, people, inside.get(house)) for house, people in houses],
        "inside": inside,
    })  # fmt: skip


def _whole(told: str, most: int = 100_000) -> int | None:
    return min(int(told), most) if told.isdecimal() and len(told) < 10 else None
