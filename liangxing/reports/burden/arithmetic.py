"""The arithmetic of burden: returns of forms go in, what they cost comes out. It knows forms and departments only."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal


@dataclass(frozen=True, slots=True)
class Item:
    """One thing that a form asks. ``fact``: the same for the same thing, whatever a form calls it."""

    fact: str
    label: str
    recorded: bool = False  # a figure or a fact that stands in the records


@dataclass(frozen=True, slots=True)
class Return:
    """One return of a form: by whom it was asked, its cells, which of them were typed, and the minutes of typing.

    ``minutes`` is ``None`` when nobody knows. ``typed_facts``: of which things a person typed the answer.
    """

    form: str
    title: str
    asker: str
    day: date
    items: tuple[Item, ...]
    cells: int
    itself: int
    typed: int
    minutes: Decimal | None
    by_hand: bool
    typed_facts: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Cost:
    """What some returns cost together. ``untold``: how many of them nobody has told the minutes of."""

    name: str
    asker: str
    times: int
    cells: int
    itself: int
    typed: int
    minutes: Decimal | None
    untold: int

    @property
    def share(self) -> Decimal | None:
        """Which part of the cells filled itself; ``None`` when there was no cell."""
        return Decimal(self.itself) / self.cells if self.cells else None

    @property
    def minutes_each(self) -> Decimal | None:
        """Minutes of one return, of those that are known."""
        known = self.times - self.untold
        return self.minutes / known if self.minutes is not None and known else None


def cost(returns: Sequence[Return], name: str = "", asker: str = "") -> Cost:
    """What *returns* cost together; minutes that nobody knows are not counted as none."""
    known = [each.minutes for each in returns if each.minutes is not None]
    return Cost(
        name=name,
        asker=asker,
        times=len(returns),
        cells=sum(each.cells for each in returns),
        itself=sum(each.itself for each in returns),
        typed=sum(each.typed for each in returns),
        minutes=sum(known, Decimal(0)) if known else None,
        untold=len(returns) - len(known),
    )


def _grouped(returns: Iterable[Return], by: Callable[[Return], object]) -> list[list[Return]]:
    groups: dict[object, list[Return]] = defaultdict(list)
    for each in returns:
        groups[by(each)].append(each)
    return list(groups.values())


def _heaviest(costs: Iterable[Cost]) -> list[Cost]:
    return sorted(costs, key=lambda one: (-(one.minutes or 0), -one.typed, one.name))


def by_form(returns: Iterable[Return]) -> list[Cost]:
    """What each form cost, the heaviest first."""
    return _heaviest(cost(some, some[-1].title, some[-1].asker) for some in _grouped(returns, lambda r: r.form))


def by_asker(returns: Iterable[Return]) -> list[Cost]:
    """What each department's forms cost, the heaviest first."""
    return _heaviest(cost(some, some[0].asker, some[0].asker) for some in _grouped(returns, lambda r: r.asker))


@dataclass(frozen=True, slots=True)
class BeforeAfter:
    """A form that was filled by hand, and is filled from records now: what one return cost then and costs now."""

    title: str
    asker: str
    before: Cost
    after: Cost


def before_and_after(returns: Iterable[Return]) -> list[BeforeAfter]:
    """Every form that was returned both ways, the greatest relief first."""
    found = []
    for some in _grouped(returns, lambda r: r.form):
        hand, here = [r for r in some if r.by_hand], [r for r in some if not r.by_hand]
        if hand and here:
            found.append(BeforeAfter(some[-1].title, some[-1].asker, cost(hand), cost(here)))
    return sorted(found, key=lambda one: (one.after.minutes_each or 0) - (one.before.minutes_each or 0))


@dataclass(slots=True)
class Asked:
    """One fact: how often it was asked, by which departments (name to times), in which forms, and what typing it took.

    ``enough``: how often the form that asks most often asks: if its answer were shared, no other would need to ask.
    """

    fact: str
    label: str
    recorded: bool = False
    askers: dict[str, int] = field(default_factory=dict)
    forms: dict[str, int] = field(default_factory=dict)
    minutes: Decimal = Decimal(0)

    @property
    def times(self) -> int:
        """How often it was asked."""
        return sum(self.forms.values())

    @property
    def enough(self) -> int:
        """How often it would have to be asked if departments shared it."""
        return max(self.forms.values(), default=0)

    @property
    def spare(self) -> int:
        """How many askings sharing would save."""
        return self.times - self.enough


def facts(returns: Iterable[Return]) -> list[Asked]:
    """Every fact that was asked, those that most departments asked first."""
    found: dict[str, Asked] = {}
    for each in returns:
        share = each.minutes / each.typed if each.minutes is not None and each.typed else Decimal(0)
        for item in {item.fact: item for item in each.items}.values():
            one = found.setdefault(item.fact, Asked(item.fact, item.label))
            one.recorded = one.recorded or item.recorded
            one.askers[each.asker] = one.askers.get(each.asker, 0) + 1
            one.forms[each.form] = one.forms.get(each.form, 0) + 1
            if item.fact in each.typed_facts:
                one.minutes += share
    return sorted(found.values(), key=lambda one: (-len(one.askers), -one.times, one.label))


def asked_twice(some: Iterable[Asked]) -> list[Asked]:
    """Those of *some* facts that more than one form asks for."""
    return [one for one in some if one.spare]
