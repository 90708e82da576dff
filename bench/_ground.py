"""What the measurements share: an empty store, a community, a clock, and records put beside the ledger for bulk."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from statistics import median
from typing import Any

import django

django.setup()

from django.db import transaction

from liangxing.site.database import bring_up

bring_up()

from liangxing.ledger.models import Community
from liangxing.ledger.put import put
from liangxing.records.actions import write
from liangxing.records.models import Record

JINHUI = Community.objects.create(code="430103001001", name="Jinhui")
WHO: dict[str, Any] = {"community": JINHUI, "by": "worker"}


def clock(run: Callable[[], object], *, rounds: int = 5) -> float:
    """The median of so many rounds of *run*, in seconds, after one that is not counted."""
    run()
    spent = []
    for _ in range(rounds):
        start = time.perf_counter()
        run()
        spent.append(time.perf_counter() - start)
    return median(spent)


def once(run: Callable[[], object]) -> float:
    """One run, in seconds: for what can be done only once."""
    start = time.perf_counter()
    run()
    return time.perf_counter() - start


def tell(what: str, ours: float, other: float, than: str) -> None:
    """Print both times and their ratio: ours to the other's."""
    print(f"{what}: {ours:.3f} s; {than}: {other:.3f} s; ratio {ours / other:.2f}", flush=True)


def beside_the_ledger(like: Record, records: Sequence[Record]) -> None:
    """Put *records* without entries, for measuring reads of many: act, moment and community are those of *like*."""
    for start in range(0, len(records), 20_000):
        some = records[start : start + 20_000]
        for record in some:
            record.fact = record.pk
            record.act_id, record.community_id, record.recorded_at = like.act_id, like.community_id, like.recorded_at
        with transaction.atomic():
            put(some)


__all__ = ["JINHUI", "WHO", "beside_the_ledger", "clock", "once", "tell", "write"]
