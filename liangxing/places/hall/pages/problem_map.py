"""The public map of reported problems: heaps that open when they are pressed, without script."""

from __future__ import annotations

from dataclasses import dataclass
from math import sqrt

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.timezone import localdate

from liangxing.kernel.ground import Spot
from liangxing.places.hall.ground import Drawing, Ground
from liangxing.records.visit import Visit
from liangxing.register.models import Building, Place
from liangxing.rooms.environment.models import Problem
from liangxing.rooms.environment.queries.problem_map import Box, Heap, shown

CLOSER = 3  # how many times closer a heap is looked at when it is pressed
WIDE, LEAST_R, MOST_R = 320.0, 7.0, 17.0  # of the drawing
LEAST_DEG = 0.0008  # closer than some 80 m there is nothing more to see


@dataclass(frozen=True, slots=True)
class Circle:
    """A heap, or one report, as it is drawn: where, how large, a heap near what, and where pressing it leads."""

    x: float
    y: float
    r: float
    heap: Heap
    box: str
    near: Building | Place | None
    problem: Problem | None = None


def page(request: Visit) -> HttpResponse:
    """The map with a list of what is on it; ``box`` looks closer, ``all`` shows settled ones too."""
    ground = Ground.of(request.community, localdate())
    drawing = ground.drawing()
    box, every = _box(request.GET.get("box", "")), "all" in request.GET
    heaps, each = shown(request.community, box=box, every=every)
    places = [(heap, None) for heap in heaps] + [(Heap(1, int(p.until is None), p.spot or (0, 0)), p) for p in each]
    view = _view(drawing, box) if drawing else (0.0, 0.0, WIDE, WIDE)
    circles = [_circle(drawing, view, heap, problem, box, ground) for heap, problem in places] if drawing else []
    return render(request, "hall/problem_map.html", {
        "drawing": drawing, "circles": circles, "each": each, "every": every, "box": request.GET.get("box", ""),
        "view": " ".join(f"{side:.2f}" for side in view), "count": sum(heap.count for heap, _problem in places),
        "open": sum(heap.open for heap, _problem in places),
    })  # fmt: skip


def _box(told: str) -> Box | None:
    """West, south, east and north as the address says them; ``None`` when it says no box on this Earth."""
    try:
        west, south, east, north = (float(side) for side in told.split(","))
    except ValueError:
        return None
    fits = -180 <= west < east <= 180 and -90 <= south < north <= 90 and east - west < 1 and north - south < 1
    return (west, south, east, north) if fits else None


def _at(drawing: Drawing, spot: Spot) -> tuple[float, float]:
    return (spot[0] - drawing.west) / drawing.east_per_px, (drawing.north - spot[1]) / drawing.north_per_px


def _view(drawing: Drawing, box: Box | None) -> tuple[float, float, float, float]:
    """The part of the drawing that is shown: left, top, width, height."""
    if box is None:
        return 0.0, 0.0, WIDE, drawing.height
    left, top = _at(drawing, (box[0], box[3]))
    right, bottom = _at(drawing, (box[2], box[1]))
    return left, top, right - left, bottom - top


def _circle(
    drawing: Drawing, view: tuple[float, float, float, float], heap: Heap, problem: Problem | None, box: Box | None,
    ground: Ground,
) -> Circle:  # fmt: skip
    x, y = _at(drawing, heap.middle)
    size = min(MOST_R, LEAST_R + sqrt(heap.count)) * view[2] / WIDE
    wide = (box[2] - box[0]) if box else WIDE * drawing.east_per_px
    high = (box[3] - box[1]) if box else drawing.height * drawing.north_per_px
    half_e, half_n = max(wide / CLOSER, LEAST_DEG) / 2, max(high / CLOSER, LEAST_DEG) / 2
    east, north = heap.middle
    closer = f"{east - half_e:.5f},{north - half_n:.5f},{east + half_e:.5f},{north + half_n:.5f}"
    return Circle(x, y, size, heap, closer, None if problem else ground.near(heap.middle), problem)
