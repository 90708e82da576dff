"""The map drawn by the server: shapes in an SVG, names over it in per cent, so that it prints and needs no script."""

from __future__ import annotations

from dataclasses import dataclass, replace

from liangxing.measures.charts.ground import Shape, onto, shape_of

from .ground import Ground, Layer, Thing

# What one letter and one line of a name take of the map, in per cent: on a wide screen, and on a phone of 390 px.
WIDE, PHONE = (2.1, 4.6), (4.1, 8.2)
NAMED_FIRST = ("estates", "roads", "places")


@dataclass(slots=True)
class Mark:
    """A thing and how it is drawn."""

    thing: Thing
    shape: Shape


@dataclass(frozen=True, slots=True)
class Drawn:
    """A layer and what is drawn of it."""

    layer: Layer
    marks: list[Mark]


@dataclass(frozen=True, slots=True)
class Plan:
    """All layers, from the ground up, and the boundary."""

    layers: list[Drawn]
    boundary: list[Shape]


def plan(ground: Ground, layers: list[Layer]) -> Plan | None:
    """The drawing of *layers* over the boundary; ``None`` when nothing has a geometry."""
    boundary = ground.boundary
    to = onto(thing.geometry for thing in [*boundary, *(thing for layer in layers for thing in layer.things)])
    if to is None:
        return None
    drawn = [
        Drawn(layer, [Mark(t, shape_of(t.name, t.geometry, to, named=layer.key in NAMED_FIRST)) for t in layer.things])
        for layer in layers
    ]
    _make_room(drawn)
    return Plan(drawn, [shape_of(thing.name, thing.geometry, to) for thing in boundary])


def _make_room(layers: list[Drawn]) -> None:
    """Take away names that would lie on others, the most important kept: the list beside the map has them all."""
    wide, phone = list[tuple[float, ...]](), list[tuple[float, ...]]()
    named = [drawn for drawn in layers if drawn.layer.key in NAMED_FIRST]
    for drawn in sorted(named, key=lambda drawn: NAMED_FIRST.index(drawn.layer.key)):
        for mark in drawn.marks:
            shape = mark.shape
            fits = _put(shape, wide, WIDE)
            everywhere = fits and _put(shape, phone, PHONE)
            mark.shape = replace(shape, label=shape.label if fits else None, everywhere=everywhere)


def _put(shape: Shape, taken: list[tuple[float, ...]], letter: tuple[float, float]) -> bool:
    """Whether the name of *shape* fits inside the map beside the boxes *taken*, which it then joins."""
    if shape.label is None:
        return False
    half, high = len(shape.name) * letter[0] / 2, letter[1]
    x, y = shape.label
    box = (x - half, y - high, x + half, y + high / 4)
    if (
        box[0] < 0
        or box[2] > 100
        or any(box[0] < b[2] and b[0] < box[2] and box[1] < b[3] and b[1] < box[3] for b in taken)
    ):
        return False
    taken.append(box)
    return True
