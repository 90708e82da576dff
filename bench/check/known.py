"""What a community has on record, from ``communities.toml``, as the check takes it."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal
from pathlib import Path

from liangxing.kernel.period import Period
from liangxing.measures.measure import MEASURES, Flow
from liangxing.reports.check.claims import Honour, Item, Named, Payment, Recorded, Sent

FOLDER = Path(__file__).parent
FLOWS = frozenset(key for key, each in MEASURES.items() if any(isinstance(m, Flow) for m in each.counted))
Happened = Mapping[str, Sequence[tuple[str, str]]]


def known(community: str) -> Recorded:
    """All that is on record of *community*."""
    told = tomllib.loads((FOLDER / "communities.toml").read_text("utf-8"))[community]
    happened: Happened = told.get("happened", {})
    ever = {key: sum((Decimal(much) for _day, much in each), Decimal(0)) for key, each in happened.items()}
    return Recorded(
        figures=ever | {key: Decimal(value) for key, value in told["figures"].items()},
        honours=tuple(Honour(h["title"], h["level"], tuple(h.get("names", ()))) for h in told["honours"]),
        payments=tuple(_payment(p) for p in told["payments"]),
        named=tuple(Named(n["measure"], n["name"], n["day"]) for n in told["named"]),
        items=tuple(Item(key, name) for key, names in told["items"].items() for name in names),
        flows=FLOWS,
        during=lambda key, period: _during(happened, key, period),
        sent=tuple(Sent(s["measure"], Decimal(s["value"]), s["title"], s["day"]) for s in told.get("sent", ())),
        community=told.get("name", ""),
    )


def _during(happened: Happened, key: str, period: Period) -> Decimal | None:
    """What adds up in *period*; ``None`` when nothing of the kind was recorded in it, as the product has it."""
    some = [Decimal(much) for day, much in happened.get(key, ()) if date.fromisoformat(day) in period]
    return sum(some, Decimal(0)) if some else None


def _payment(told: dict[str, str]) -> Payment:
    asked = told.get("condition_cny")
    return Payment(
        told["enterprise"], int(told["year"]), Decimal(told["amount_cny"]), Decimal(asked) if asked else None
    )
