"""What a Green Button file holds: its intervals, each with the meter and the unit that its links lead to."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from decimal import Decimal, InvalidOperation
from pathlib import Path
from typing import Any

from defusedxml import DefusedXmlException
from defusedxml.ElementTree import ParseError, iterparse
from django.utils.translation import gettext as _

from liangxing.kernel.errors import Refused

REVERSE = 19  # flow direction: given to the net
DELTA = 4  # accumulation: each value is what was used in its own interval
ESTIMATED = frozenset({8, 9, 12})  # qualities: by a reference day, by a line between two, projected


@dataclass(frozen=True, slots=True)
class Interval:
    """A value over ``duration_s`` seconds from ``start``, seconds since 1970 in UTC."""

    start: int
    duration_s: int
    value: int
    estimated: bool


@dataclass(frozen=True, slots=True)
class Block:
    """Intervals of one sort of reading at one point; ``scale``: the power of ten by which values are multiplied."""

    point: str
    uom: int
    scale: int
    accumulation: int
    reverse: bool
    intervals: list[Interval]

    def amount(self, value: int) -> Decimal:
        """A *value* in the unit ``uom``; below 0 when it was given, and not taken."""
        return Decimal(-value if self.reverse else value).scaleb(self.scale)


@dataclass(slots=True)
class _Entry:
    """One entry of the feed: its links by their relation, and what it says."""

    ident: str = ""
    title: str = ""
    links: dict[str, list[str]] = field(default_factory=dict)

    @property
    def own(self) -> str:
        """Its own address."""
        return next(iter(self.links.get("self", ())), self.ident)

    def above(self) -> str:
        """The address of what it belongs to: the last part of *up* names the collection it lies in."""
        return next(iter(self.links.get("up", ())), "").rstrip("/").rpartition("/")[0]


@dataclass(slots=True)
class Feed:
    """The entries of a file by their addresses, as its blocks need them."""

    points: dict[str, _Entry] = field(default_factory=dict)
    readings: dict[str, _Entry] = field(default_factory=dict)
    types: dict[str, dict[str, int]] = field(default_factory=dict)
    blocks: list[tuple[_Entry, list[Interval]]] = field(default_factory=list)
    offset_s: int | None = None  # from UTC, when the file says it

    def told(self) -> Iterator[Block]:
        """Every block with what its links lead to; where a file has one of a thing, no link is needed."""
        for entry, intervals in self.blocks:
            reading = _one(self.readings, [entry.above()])
            kind = _one(self.types, reading.links.get("related", []) if reading else []) or {}
            point = _one(self.points, [reading.above()] if reading else [])
            yield Block(
                self._name(point),
                kind.get("uom", 72),
                kind.get("powerOfTenMultiplier", 0),
                kind.get("accumulationBehaviour", DELTA),
                kind.get("flowDirection", 1) == REVERSE,
                intervals,
            )

    def _name(self, point: _Entry | None) -> str:
        """By what people call the point: its title when no other has it, else its identifier."""
        if point is None:
            return ""
        alike = [other for other in self.points.values() if other.title == point.title]
        return point.title if point.title and len(alike) == 1 else point.ident.removeprefix("urn:uuid:")


def _one(known: Mapping[str, Any], addresses: list[str]) -> Any:
    found = next((known[address] for address in addresses if address in known), None)
    return found if found is not None or len(known) != 1 else next(iter(known.values()))


def read(path: Path, name: str) -> Feed:
    """The feed in the file at *path*, called *name* by whoever sent it. ``Refused`` says what is wrong with it.

    No entity is resolved and no other file is opened; an entry is forgotten as soon as it is read.
    """
    feed = Feed()
    try:
        for _event, element in iterparse(str(path), events=("end",), forbid_dtd=True):
            if _plain(element.tag) == "entry":
                _take(element, feed)
                element.clear()
    except DefusedXmlException as error:
        raise Refused(_("%s defines entities of its own: such a file is not read.") % name) from error
    except ParseError as error:
        raise Refused(_("%s is cut off or damaged: open it, save it again, and send it again.") % name) from error
    except (ValueError, InvalidOperation) as error:
        raise Refused(_("%(name)s holds a number that is none: %(why)s.") % {"name": name, "why": error}) from error
    if not feed.blocks:
        raise Refused(_("%s holds no intervals of a meter.") % name)
    return feed


def _plain(tag: Any) -> str:
    return str(tag).rpartition("}")[2]


def _take(element: Any, feed: Feed) -> None:
    """Put one *element* of the feed where it belongs."""
    entry = _Entry()
    for part in element:
        tag = _plain(part.tag)
        if tag == "id":
            entry.ident = (part.text or "").strip()
        elif tag == "title":
            entry.title = (part.text or "").strip()
        elif tag == "link":
            entry.links.setdefault(part.get("rel", ""), []).append(part.get("href", ""))
    for thing in (thing for part in element if _plain(part.tag) == "content" for thing in part):
        tag = _plain(thing.tag)
        if tag == "UsagePoint":
            feed.points[entry.own] = entry
        elif tag == "MeterReading":
            feed.readings[entry.own] = entry
        elif tag == "ReadingType":
            feed.types[entry.own] = _numbers(thing)
        elif tag == "LocalTimeParameters":
            feed.offset_s = _numbers(thing).get("tzOffset")
        elif tag == "IntervalBlock":
            feed.blocks.append((entry, [_interval(p) for p in thing if _plain(p.tag) == "IntervalReading"]))


WANTED = {"uom", "powerOfTenMultiplier", "accumulationBehaviour", "flowDirection", "tzOffset"}


def _numbers(thing: Any) -> dict[str, int]:
    return {tag: int(p.text) for p in thing if (tag := _plain(p.tag)) in WANTED and (p.text or "").strip()}


def _interval(thing: Any) -> Interval:
    told = {_plain(part.tag): (part.text or "").strip() for part in thing.iter()}
    qualities = {int(p.text) for p in thing.iter() if _plain(p.tag) == "quality" and (p.text or "").strip()}
    return Interval(int(told["start"]), int(told["duration"]), int(told["value"]), bool(qualities & ESTIMATED))
