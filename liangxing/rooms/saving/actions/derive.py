"""Deriving use from what meters told: kept like any record, so that a figure of it can be proved and repeated."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from typing import Any
from uuid import UUID

from liangxing.ledger.acts import act
from liangxing.ledger.models import Community
from liangxing.metering.doubts import Doubt
from liangxing.metering.tables import quantity_of
from liangxing.records.actions import correct_many, strike_many, write_many
from liangxing.records.models import column_of

from ..models import Meter, MonthlyUse
from ..models.meters import Carrier
from ..queries import metered, use_by_month

THOUSANDTH = Decimal("0.001")
KEPT = {Carrier.ELECTRICITY: "kwh", Carrier.WATER: "m3", Carrier.GAS: "m3", Carrier.HEAT: "gj"}
COLUMNS = [column_of(MonthlyUse, f.name) for f in MonthlyUse._meta.concrete_fields if f.editable and f.name != "note"]


def derive(community: Community, *, today: date, by: str, only: Collection[UUID] | None = None) -> int:
    """Bring the use of every month that has ended to what readings and bills tell now; how many months changed.

    *only*: of these meters, and of no other.
    What is as it was is left alone; the rest is written, corrected, or struck out where nothing is told any more.
    """
    with act("saving.derive", community=community, by=by):
        standing: Any = MonthlyUse.objects.known().filter(community=community)
        if only is not None:
            standing = standing.filter(meter__in=only)
        kept = {(use.meter_id, use.day): use for use in standing.order_by().iterator()}
        new, changed = [], []
        for use in _months(community, today, only):
            old = kept.pop((use.meter_id, use.day), None)
            if old is None:
                new.append(use)
            elif any(getattr(old, column) != getattr(use, column) for column in COLUMNS):
                use.fact = old.fact
                changed.append((old, use))
        who: dict[str, Any] = {"community": community, "by": by}
        write_many(new, **who)
        correct_many(changed, **who)
        strike_many(list(kept.values()), **who)
    return len(new) + len(changed) + len(kept)


def _months(community: Community, today: date, only: Collection[UUID] | None) -> Iterator[MonthlyUse]:
    """A record, not yet kept, for every meter and month of which something is told."""
    told = metered(community, only)
    runs, use = use_by_month(told, today)
    for meter, run, known, estimated, known_d, estimated_d, doubt in use.rows():
        yield MonthlyUse(
            day=runs[run],
            known_d=known_d,
            estimated_d=estimated_d,
            doubts="".join(f",{name}" for name in Doubt(doubt).names) + ("," if doubt else ""),
            doubted=doubt > 0,
            **_quantities(told.meters[meter], known, estimated, days=known_d + estimated_d),
        )


def _quantities(meter: Meter, known: int, estimated: int, *, days: int) -> dict[str, Any]:
    """Whose use it is, and how much in the column of its carrier: nothing where of no day anything is known."""
    column = KEPT[Carrier(meter.sort)]
    said: dict[str, Any] = {"meter_id": meter.fact, "sort": meter.sort, "serves": meter.serves}
    if days:
        both = ((f"used_{column}", known + estimated), (f"estimated_{column}", estimated))
        said |= {name: quantity_of(n).quantize(THOUSANDTH, ROUND_HALF_UP) for name, n in both}
    return said
