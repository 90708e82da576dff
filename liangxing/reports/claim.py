"""Claims: a figure as it was stated, which anyone can check later against the same rows."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import asdict, dataclass
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from hashlib import sha256
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

from django.conf import settings
from django.utils.translation import gettext as _

from liangxing.evidence.queries import coverage
from liangxing.kernel.canonical import canonical
from liangxing.kernel.period import EVER, Period
from liangxing.ledger.models import Community
from liangxing.ledger.payload import columns, hidden, said
from liangxing.ledger.remember import until_told_of
from liangxing.measures.figures import figure, kinds_of
from liangxing.measures.measure import MEASURES
from liangxing.records.models import Record, Records

# What changes when a record is struck later; without it the digest of the same rows stays the same.
AFTERWARDS = ("struck_at",)


@dataclass(frozen=True, slots=True)
class Claim:
    """A figure as it was stated. ``digest``: over the rows behind it, 64 hex digits; ``late``: rows entered later."""

    measure: str
    period: Period
    day: date
    known_at: datetime
    value: Decimal | int | None
    unit: str
    digest: str
    records: int
    pieces: int
    late: int
    seal: str

    @property
    def title(self) -> str:
        """What the figure is called, in the language of the moment."""
        return str(MEASURES[self.measure].title)

    @property
    def says(self) -> str:
        """What the figure counts, in a sentence."""
        return str(MEASURES[self.measure].says)

    @property
    def days(self) -> str:
        """The days of the figure as people say them: up to the last, when it counts from the first day there is."""
        if self.period.first == EVER:
            return _("to %s") % self.period.last
        return f"{self.period.first} - {self.period.last}"

    def holds(self, community: Community) -> bool:
        """Whether what is recorded now still gives the same figure from the same rows."""
        again = state(community, self.measure, self.period, self.day)
        return (again.value, again.digest) == (self.value, self.digest)

    def as_json(self) -> dict[str, Any]:
        """The claim for programs: exact values as text, moments in UTC."""
        told = asdict(self)
        told |= {"period": str(self.period), "day": self.day.isoformat(), "known_at": self.known_at.isoformat()}
        return {**told, "value": None if self.value is None else format(Decimal(self.value), "f")}


def state(community: Community, measure: str, period: Period, day: date, known_at: datetime | None = None) -> Claim:
    """State *measure* for *period* as the records have it, or had it at *known_at*."""
    value, counted = figure(measure, community, period, known_at), _counted(community, measure, period, day, known_at)
    seal = "none" if value is None else counted.seal
    told = (counted.digest, counted.records, counted.pieces, counted.late, seal)
    return Claim(measure, period, day, known_at or _newest(community), value, MEASURES[measure].unit, *told)


@dataclass(frozen=True, slots=True)
class _Counted:
    """What is told of the rows behind a figure."""

    digest: str
    records: int
    pieces: int
    late: int
    seal: str


@until_told_of(kinds_of)
def _counted(community: Community, measure: str, period: Period, day: date, known_at: datetime | None) -> _Counted:
    seen, records, pieces, late, seals = sha256(), 0, 0, 0, []
    end = datetime.combine(day + timedelta(days=1), time(), ZoneInfo(settings.TIME_ZONE))
    for part in MEASURES[measure].counted:
        rows = part.rows(community, period, known_at)
        _digest(rows, seen)
        covered = coverage(rows)
        records, pieces = records + covered.rows, pieces + covered.pieces
        late += rows.filter(recorded_at__gte=end).count()
        seals.append(covered.seal)
    seal = max(seals, key=("whole", "part", "none").index)
    return _Counted(seen.hexdigest(), records, pieces, late, seal)


def _newest(community: Community) -> datetime:
    """The moment of the community's last act: nothing later is known."""
    last = community.acts.order_by("-at").values_list("at", flat=True).first()
    return last or datetime(1970, 1, 1, tzinfo=ZoneInfo("UTC"))


_SAID: ContextVar[dict[UUID, bytes] | None] = ContextVar("said", default=None)


@contextmanager
def one_reading() -> Iterator[None]:
    """Within it a row that stands behind many figures is read once: a report states a dozen figures of one kind."""
    token = _SAID.set({})
    try:
        yield
    finally:
        _SAID.reset(token)


def _digest(rows: Records[Any], seen: Any) -> None:
    """Add *rows* to the hash, in order of their ids, each in canonical JSON without its hidden columns."""
    told = _SAID.get()
    told = {} if told is None else told
    ids = list(rows.order_by("pk").values_list("pk", flat=True))
    if not told.keys() >= set(ids):
        read = dict(_said(rows.order_by("pk")))
        told.update(read)
        ids = list(read)
    for pk in ids:
        seen.update(told[pk])


def _said(rows: Records[Any]) -> Iterator[tuple[UUID, bytes]]:
    kind: type[Record] = rows.model
    names, _says = columns(kind)
    left_out = {*AFTERWARDS, *hidden(kind)}
    for pk, *row in rows.values_list("pk", *names).iterator(5000):
        yield pk, canonical({n: v for n, v in said(kind, row).items() if n not in left_out})
