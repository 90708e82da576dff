"""The map: layers to choose, the same as a list, and as GeoJSON for the script and for anybody's own map."""

from __future__ import annotations

from dataclasses import replace

from django.http import HttpResponse, JsonResponse
from django.shortcuts import render
from django.utils.timezone import localdate

from liangxing.kernel.period import Period
from liangxing.records.visit import Visit

from ..ground import KEYS, LAYERS, Ground, Layer
from ..plan import plan
from .home import STANDING, behind_layers, cards_of

LONGEST = 40  # characters to look for


def _asked(request: Visit) -> tuple[tuple[str, ...], str]:
    """Which layers the address wants (all, when it says nothing of them), and which words a name must hold."""
    told = {key for words in request.GET.getlist("layers") for key in words.split(",")}
    wanted = tuple(key for key in KEYS if key in told) if "layers" in request.GET else KEYS
    return wanted, request.GET.get("q", "").strip()[:LONGEST]


def _found(layers: list[Layer], q: str) -> list[Layer]:
    """*layers* with only those things whose name holds *q*."""
    word = q.casefold()
    told = [replace(layer, things=[t for t in layer.things if word in t.name.casefold()]) for layer in layers]
    return [layer for layer in told if layer.things]


def ground_map(request: Visit) -> HttpResponse:
    """The map of today."""
    wanted, q = _asked(request)
    today = localdate()
    ground = Ground(request.community, today)
    layers = _found(ground.layers(wanted), q)
    counted = [key for key in (*STANDING, *behind_layers()) if key in {layer.measure for layer in LAYERS}]
    told = {
        "plan": plan(ground, layers),
        "layers": layers,
        "every": LAYERS,
        "wanted": wanted,
        "q": q,
        "by_key": {card["key"]: card for card in cards_of(request.community, counted, Period.until(today))},
    }
    return render(request, "board/map.html", told)


def geojson(request: Visit) -> HttpResponse:
    """The same things as a collection of features (RFC 7946): layer, name and page of each; no homes."""
    wanted, q = _asked(request)
    ground = Ground(request.community, localdate())
    layers = [
        *_found(ground.layers(wanted), q),
        Layer("boundary", "", "", "", things=ground.boundary),
    ]
    features = [
        {
            "type": "Feature",
            "geometry": thing.geometry,
            "properties": {"layer": layer.key, "name": thing.name, "href": thing.href},
        }
        for layer in layers
        for thing in layer.things
    ]
    told = {"type": "FeatureCollection", "features": features}
    return JsonResponse(told, content_type="application/geo+json", json_dumps_params={"ensure_ascii": False})
