"""What is entered of a community: spots, ways between them, stairwells with people, shelters with room."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum
from functools import cached_property


class Kind(StrEnum):
    """What a way is; its boundary layer, flow and speed follow from it."""

    STAIR = "stair"
    STREET = "street"
    GATE = "gate"


@dataclass(frozen=True, slots=True)
class Walking:
    """How people walk on a kind of way: the edge they keep from walls, how many pass, how fast."""

    boundary_m: float
    flow_per_m_s: float
    speed_m_s: float


# Flow and speed: IMO's guidelines for evacuation analysis (corridors and doorways 1.3 people/(m s), walking 1.2 m/s,
# stairs downwards at most 1.1 and 1.0 m/s), on stairs a little less. Boundary layers: the method of effective width,
# 0.15 m from each wall of a stair; 0.3 m on each side of a street, where things stand.
WALKING: Mapping[Kind, Walking] = {
    Kind.STAIR: Walking(boundary_m=0.3, flow_per_m_s=1.01, speed_m_s=1.0),
    Kind.STREET: Walking(boundary_m=0.6, flow_per_m_s=1.3, speed_m_s=1.2),
    Kind.GATE: Walking(boundary_m=0.6, flow_per_m_s=1.3, speed_m_s=1.2),
}
SLOW_SPEED_M_S = 0.8  # a planning figure for those who walk slowly; measure it at a drill


@dataclass(frozen=True, slots=True)
class Spot:
    """A place where ways meet; degrees of WGS 84, unknown when it was never put on the map."""

    id: str
    longitude: float | None = None
    latitude: float | None = None


@dataclass(frozen=True, slots=True)
class Way:
    """A stretch between two spots, walked both ways unless ``one_way`` from the first to the second.

    ``speed_m_s``: unknown means that of its kind. ``opens_s``, ``closes_s``: seconds after the signal between which
    the whole stretch must be walked (flood, fire); ``closes_s`` unknown means never. ``shut``: nobody passes now.
    """

    id: str
    ends: tuple[str, str]
    length_m: float
    width_m: float
    kind: Kind = Kind.STREET
    one_way: bool = False
    width_measured: bool = True
    closed_at_night: bool = False
    speed_m_s: float | None = None
    opens_s: int = 0
    closes_s: int | None = None
    shut: bool = False

    @property
    def length_mm(self) -> int:
        """The length as it is computed with: whole millimetres."""
        return round(self.length_m * 1000)

    @property
    def usable_mm(self) -> int:
        """The width without the boundary layer; not above zero means that nobody passes."""
        return round((self.width_m - WALKING[self.kind].boundary_m) * 1000)

    @property
    def speed_mm_s(self) -> int:
        """The speed people walk at here."""
        return round(1000 * (self.speed_m_s or WALKING[self.kind].speed_m_s))

    @property
    def flow_milli(self) -> int:
        """Thousandths of a person per metre of usable width and second."""
        return round(1000 * WALKING[self.kind].flow_per_m_s)


@dataclass(frozen=True, slots=True)
class Stairwell:
    """Where people wait to leave: an entrance of a building. ``slow_people`` are among ``people``.

    ``ready_s``: when they can start, seconds after the signal.
    """

    id: str
    building: str
    spot: str
    people: int
    slow_people: int = 0
    ready_s: int = 0


@dataclass(frozen=True, slots=True)
class Shelter:
    """Where people are safe; room follows from the area and the square metres that a clause asks for each.

    ``taken``: people who are there already.
    """

    id: str
    spot: str
    area_m2: float
    m2_per_person: float
    clause: str = ""
    taken: int = 0

    @property
    def room(self) -> int:
        """How many more people it holds."""
        return max(0, round(self.area_m2 * 1000) // max(1, round(self.m2_per_person * 1000)) - self.taken)


@dataclass(frozen=True)
class Network:
    """All that is entered; ``faults.check`` says whether one can compute with it."""

    spots: tuple[Spot, ...]
    ways: tuple[Way, ...]
    stairwells: tuple[Stairwell, ...]
    shelters: tuple[Shelter, ...]
    name: str = field(default="", compare=False)

    @cached_property
    def people(self) -> int:
        """Everybody who must be brought to a shelter."""
        return sum(well.people for well in self.stairwells)

    @cached_property
    def room(self) -> int:
        """How many all shelters hold together."""
        return sum(shelter.room for shelter in self.shelters)

    def without(self, closed: Collection[str]) -> Network:
        """The same with these ways shut."""
        return self.with_ways(replace(way, shut=True) for way in self.ways if way.id in closed)

    def at_night(self) -> Network:
        """The same with the gates and ways shut that are locked at night."""
        return self.without({way.id for way in self.ways if way.closed_at_night})

    def with_ways(self, changed: Iterable[Way]) -> Network:
        """The same with these ways in place of those of the same id."""
        new = {way.id: way for way in changed}
        return replace(self, ways=tuple(new.get(way.id, way) for way in self.ways))

    def wider(self, way: str, by_m: float = 1.0) -> Network:
        """The same with one way made wider."""
        return self.with_ways(replace(w, width_m=w.width_m + by_m) for w in self.ways if w.id == way)

    def closing(self, times: Mapping[str, tuple[int, int | None]]) -> Network:
        """The same with ways that open and close at seconds after the signal, as water or fire comes."""
        hours = ((way, times[way.id]) for way in self.ways if way.id in times)
        return self.with_ways(replace(way, opens_s=first, closes_s=last) for way, (first, last) in hours)

    def with_people(self, people: Mapping[str, int]) -> Network:
        """The same with other numbers of people by stairwell, such as those who are at home by day."""
        wells = (replace(w, people=people.get(w.id, w.people)) for w in self.stairwells)
        kept = tuple(replace(w, slow_people=min(w.slow_people, w.people)) for w in wells)
        return replace(self, stairwells=kept)
