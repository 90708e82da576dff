"""What a community has on record, from ``communities.toml``, as the check takes it."""

from __future__ import annotations

import tomllib
from decimal import Decimal
from pathlib import Path

from liangxing.reports.check.claims import Honour, Item, Named, Payment, Recorded

FOLDER = Path(__file__).parent


def known(community: str) -> Recorded:
    """All that is on record of *community*."""
    told = tomllib.loads((FOLDER / "communities.toml").read_text("utf-8"))[community]
    return Recorded(
        figures={key: Decimal(value) for key, value in told["figures"].items()},
        honours=tuple(Honour(h["title"], h["level"], tuple(h.get("names", ()))) for h in told["honours"]),
        payments=tuple(_payment(p) for p in told["payments"]),
        named=tuple(Named(n["measure"], n["name"], n["day"]) for n in told["named"]),
        items=tuple(Item(key, name) for key, names in told["items"].items() for name in names),
    )


def _payment(told: dict[str, str]) -> Payment:
    asked = told.get("condition_cny")
    return Payment(
        told["enterprise"], int(told["year"]), Decimal(told["amount_cny"]), Decimal(asked) if asked else None
    )
