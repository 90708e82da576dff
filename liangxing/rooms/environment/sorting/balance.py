"""What the weighbridge weighed beside what the rounds weighed, by class: the difference is shown, and never shared out.

Doubts have names; none of them changes a number:

- ``twice``: two slips of one day, class, mass and vehicle, or one number on two slips;
- ``no-class``: a slip that does not say of which class the load was;
- ``unit``: slips that weigh a thousandth of what the bins did, or a thousand times as much: kg and tonnes;
- ``no-slip``: weights of bins on a day on which no slip of the class was told, nor on the day after;
- ``no-bins``: a slip of a class on a day on which no bin of it was weighed, nor on the day before;
- ``bins-missing``: bins of the class that stood all month and were never weighed;
- ``taken-away``: a weight of a bin on a day on which it did not stand.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal

DAY = timedelta(days=1)
FAR = (Decimal(1) / 200, Decimal(200))  # a factor that loss and moisture never make, and a wrong unit does


@dataclass(frozen=True, slots=True)
class Bin:
    """A bin: of which class (empty for all), and from when until when it stands."""

    code: str
    waste_class: str
    first: date
    until: date | None

    def stands(self, day: date) -> bool:
        """Whether it is there on *day*."""
        return self.first <= day and (self.until is None or day < self.until)


@dataclass(frozen=True, slots=True)
class Weight:
    """What a round weighed; ``place``: the code of the bin or point, ``bin`` when it is a bin."""

    day: date
    place: str
    waste_class: str
    mass_kg: Decimal
    bin: Bin | None = None


@dataclass(frozen=True, slots=True)
class Slip:
    """What the weighbridge weighed."""

    day: date
    number: str
    waste_class: str
    mass_kg: Decimal
    vehicle: str = ""


@dataclass(frozen=True, slots=True, order=True)
class Doubt:
    """Something that does not fit: its name, the class (empty for none), and days or codes that it is about."""

    name: str
    waste_class: str
    about: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Line:
    """One class: what was weighed on either side; ``None`` where nothing was."""

    waste_class: str
    bins_kg: Decimal | None
    slips_kg: Decimal | None

    @property
    def difference_kg(self) -> Decimal | None:
        """Slips less bins; unknown when either is."""
        return None if self.bins_kg is None or self.slips_kg is None else self.slips_kg - self.bins_kg

    @property
    def share(self) -> Decimal | None:
        """The difference as a part of what the slips say; unknown when the slips say nothing."""
        difference = self.difference_kg
        return difference / self.slips_kg if difference is not None and self.slips_kg else None


@dataclass(frozen=True, slots=True)
class Balance:
    """The lines by class, the sum of all, and every doubt."""

    lines: list[Line]
    whole: Line
    doubts: list[Doubt]

    def about(self, waste_class: str) -> list[Doubt]:
        """The doubts of one class."""
        return [doubt for doubt in self.doubts if doubt.waste_class == waste_class]


def balance(
    classes: Sequence[str],
    weights: Sequence[Weight],
    slips: Sequence[Slip],
    bins: Sequence[Bin],
    first: date,
    after: date,
) -> Balance:
    """The balance of the days from *first* to before *after*; a class that is not among *classes* comes last."""
    told = dict.fromkeys([*classes, *(w.waste_class for w in weights), *(s.waste_class for s in slips)])
    lines = [_line(key, weights, slips) for key in told]
    doubts = [*_twice(slips), *_days(weights, slips, first, after), *_bins(weights, bins, first, after)]
    if unclear := [slip.number for slip in slips if not slip.waste_class]:
        doubts.append(Doubt("no-class", "", tuple(sorted(unclear))))
    doubts += [Doubt("unit", line.waste_class, ()) for line in lines if _far(line)]
    return Balance(lines, _whole(weights, slips), sorted(doubts))


def _line(key: str, weights: Iterable[Weight], slips: Iterable[Slip]) -> Line:
    ours = [w.mass_kg for w in weights if w.waste_class == key]
    theirs = [s.mass_kg for s in slips if s.waste_class == key]
    return Line(key, sum(ours, Decimal(0)) if ours else None, sum(theirs, Decimal(0)) if theirs else None)


def _whole(weights: Sequence[Weight], slips: Sequence[Slip]) -> Line:
    ours, theirs = [w.mass_kg for w in weights], [s.mass_kg for s in slips]
    return Line("", sum(ours, Decimal(0)) if ours else None, sum(theirs, Decimal(0)) if theirs else None)


def _far(line: Line) -> bool:
    if not line.bins_kg or not line.slips_kg:
        return False
    return not FAR[0] < line.slips_kg / line.bins_kg < FAR[1]


def _twice(slips: Sequence[Slip]) -> Iterable[Doubt]:
    """Slips that may be one: the same number, or all else the same."""
    numbers = Counter(slip.number for slip in slips)
    same: dict[tuple[date, str, Decimal, str], list[str]] = defaultdict(list)
    for slip in slips:
        same[slip.day, slip.waste_class, slip.mass_kg, slip.vehicle].append(slip.number)
    for (_day, key, _mass, _vehicle), found in sorted(same.items(), key=lambda each: each[1]):
        if len(found) > 1:
            yield Doubt("twice", key, tuple(sorted(found)))
    for number, times in sorted(numbers.items()):
        if times > 1 and not any(found.count(number) > 1 for found in same.values()):
            yield Doubt("twice", "", (number,))


def _days(weights: Sequence[Weight], slips: Sequence[Slip], first: date, after: date) -> Iterable[Doubt]:
    """Days on which one side was weighed and the other was not; a load of the evening may be weighed next morning."""
    ours, theirs = defaultdict(set), defaultdict(set)
    for weight in weights:
        ours[weight.waste_class].add(weight.day)
    for slip in slips:
        theirs[slip.waste_class].add(slip.day)
    for key in sorted({*ours, *theirs} - {""}):
        alone = [day for day in theirs[key] if not {day, day - DAY} & ours[key] and (day > first or ours[key])]
        unslipped = [day for day in ours[key] if not {day, day + DAY} & theirs[key] and day + DAY < after]
        if alone:
            yield Doubt("no-bins", key, tuple(str(day) for day in sorted(alone)))
        if unslipped:
            yield Doubt("no-slip", key, tuple(str(day) for day in sorted(unslipped)))


def _bins(weights: Sequence[Weight], bins: Sequence[Bin], first: date, after: date) -> Iterable[Doubt]:
    """Bins that nobody weighed, of classes of which some bin was; and weights of bins that were not there."""
    weighed = {weight.place for weight in weights if weight.bin}
    classes = {weight.waste_class for weight in weights if weight.bin}
    missing: dict[str, list[str]] = defaultdict(list)
    for one in bins:
        whole_month = one.first <= first and (one.until is None or one.until >= after)
        if one.waste_class in classes and whole_month and one.code not in weighed:
            missing[one.waste_class].append(one.code)
    yield from (Doubt("bins-missing", key, tuple(sorted(codes))) for key, codes in missing.items())
    absent = {(w.waste_class, w.place) for w in weights if w.bin and not w.bin.stands(w.day)}
    for key in {key for key, _place in absent}:
        yield Doubt("taken-away", key, tuple(sorted(place for k, place in absent if k == key)))
