"""Measures: a figure is declared once, in the words of those who use it, and read by any engine."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import TYPE_CHECKING, Any

from django.db.models import Q
from django.utils.timezone import localdate

from liangxing.kernel.period import Period
from liangxing.kernel.registry import Registry
from liangxing.ledger.models import Community
from liangxing.records.models import Record, Records

from .folds import Fold, Rows

if TYPE_CHECKING:
    from django.utils.functional import _StrOrPromise

MEASURES: Registry[Measure | Ratio] = Registry("measure")


@dataclass(frozen=True, slots=True, kw_only=True)
class Measure:
    """How one figure is got from the records of one kind.

    ``title`` is its name on a card, ``says`` one sentence that defines it.
    ``where`` says which records (positive tests of columns that are never empty);
    ``through`` says what must hold of the record that a column refers to, as it was known at the same moment.
    A figure is unknown (``None``) when nothing of the kind was recorded; it is 0 when something was, and none matches.
    """

    key: str
    unit: str
    title: _StrOrPromise
    says: _StrOrPromise
    of: type[Record]
    fold: Fold = field(default_factory=Rows)
    where: Q = field(default_factory=Q)
    through: Mapping[str, Q] = field(default_factory=dict)

    def __post_init__(self) -> None:
        MEASURES.add(self)

    @property
    def counted(self) -> tuple[Measure, ...]:
        """The measures whose rows are its evidence: itself."""
        return (self,)

    @property
    def kinds(self) -> set[str]:
        """The kinds of record that it reads, by label: its own, and those that ``through`` asks about."""
        asked: list[Any] = [self.of, *(self.of._meta.get_field(column).related_model for column in self.through)]
        return {kind._meta.label_lower for kind in asked}

    @abstractmethod
    def asked(self, period: Period, known_at: datetime | None = None) -> Q:
        """Which rows the period asks about, as a condition that every engine can read."""

    def known(self, community: Community, period: Period, known_at: datetime | None) -> Records[Any]:
        """Records of the kind that the figure is about, before ``where``."""
        return self.of._default_manager.known(known_at).filter(self.asked(period, known_at), community=community)

    def condition(self, community: Community, known_at: datetime | None) -> Q:
        """``where`` and ``through`` as one condition."""
        every = self.where
        for column, asked in self.through.items():
            target: Any = self.of._meta.get_field(column).related_model
            facts = target._default_manager.known(known_at).filter(asked, community=community).values("fact")
            every &= Q(**{f"{column}__in": facts})
        return every

    def rows(self, community: Community, period: Period, known_at: datetime | None = None) -> Records[Any]:
        """The very records behind the figure: its evidence."""
        return self.known(community, period, known_at).filter(self.condition(community, known_at))


class Flow(Measure):
    """A figure of what happened, or began, within a period; what is still to come at the moment of knowledge is not."""

    __slots__ = ()

    def asked(self, period: Period, known_at: datetime | None = None) -> Q:
        """What has its day in the period, and had it behind it."""
        return Q(day__gte=period.first, day__lt=period.after, day__lte=localdate(known_at))


class Ended(Flow):
    """A figure of what came to its end within a period: of spells only."""

    __slots__ = ()

    def asked(self, period: Period, known_at: datetime | None = None) -> Q:
        """What no longer was from a day in the period on."""
        return Q(until__gte=period.first, until__lt=period.after)


class Stock(Measure):
    """A figure of what stands at the end of a period: of spells only."""

    __slots__ = ()

    def asked(self, period: Period, known_at: datetime | None = None) -> Q:
        """What stands on the last day of the period."""
        return (Q(until=None) | Q(until__gt=period.last)) & Q(day__lte=period.last)


class Fresh(Stock):
    """Of what stands, that which has not expired: spells with ``expires_on``, the last good day, or none."""

    __slots__ = ()

    def asked(self, period: Period, known_at: datetime | None = None) -> Q:
        """What stands on the last day of the period and is good on it."""
        return super().asked(period, known_at) & (Q(expires_on=None) | Q(expires_on__gte=period.last))


class Expired(Stock):
    """Of what stands, that which is past its ``expires_on`` and is still there."""

    __slots__ = ()

    def asked(self, period: Period, known_at: datetime | None = None) -> Q:
        """What stands on the last day of the period and was good only before it."""
        return super().asked(period, known_at) & Q(expires_on__lt=period.last)


class Overdue(Stock):
    """Of what stands, that which should have been done by its ``due_on``, a day that has passed; unknown for none."""

    __slots__ = ()

    def asked(self, period: Period, known_at: datetime | None = None) -> Q:
        """What stands on the last day of the period and was due before it; what is still to come is not late."""
        return super().asked(period, known_at) & Q(due_on__lt=min(period.last, localdate(known_at)))


@dataclass(frozen=True, slots=True, kw_only=True)
class Ratio:
    """``part / whole``, both keys of measures; unknown when either is, or when the whole is 0."""

    key: str
    unit: str
    title: _StrOrPromise
    says: _StrOrPromise
    part: str
    whole: str

    def __post_init__(self) -> None:
        MEASURES.add(self)

    @property
    def counted(self) -> tuple[Measure, ...]:
        """The two measures; the rows of each are its evidence. ``TypeError`` when a side is itself a ratio."""
        part, whole = MEASURES[self.part], MEASURES[self.whole]
        if isinstance(part, Ratio) or isinstance(whole, Ratio):
            raise TypeError(f"{self.key}: a side of a ratio is counted, not divided")
        return part, whole
