"""Consumption of 3,324 households from three years of daily readings, in any order, beside pandas; and the memory."""

from __future__ import annotations

import resource
import sys
from datetime import date
from time import process_time

import numpy as np
import pandas as pd

from bench._ground import clock, tell
from liangxing.metering.spans import spans_of
from liangxing.metering.tables import UNTOLD, Readings, Sort, day_number
from liangxing.metering.use import Use, months, use_of

HOMES = int(sys.argv[1]) if len(sys.argv) > 1 else 3324
FIRST, AFTER = date(2023, 1, 1), date(2026, 1, 1)
DAYS = day_number(AFTER) - day_number(FIRST) + 1
SEED, SWAPPED = 6, 200  # meters that were swapped in the middle
HIGHEST = np.full(HOMES, 10**6 * 10**6, dtype=np.int64)


def readings() -> Readings:
    """Daily readings, shuffled: some swaps, and some readings that fall."""
    drawn = np.random.default_rng(SEED)
    flow = drawn.integers(0, 15_000_000, size=(HOMES, DAYS))  # millionths of a kWh a day
    shown = np.cumsum(flow, axis=1)
    sort = np.zeros((HOMES, DAYS), dtype=np.int64)
    start = np.full((HOMES, DAYS), UNTOLD)
    middle = DAYS // 2
    sort[:SWAPPED, middle], start[:SWAPPED, middle] = Sort.SWAP, 0
    shown[:SWAPPED, middle + 1 :] -= shown[:SWAPPED, middle, None]
    wrong = drawn.integers(SWAPPED, HOMES, 500), drawn.integers(2, DAYS - 2, 500)
    shown[wrong] -= 40_000_000
    meter, day = np.indices((HOMES, DAYS)).astype(np.int64)
    made = Readings(*(c.ravel() for c in (meter, day + day_number(FIRST), sort, np.maximum(shown, 0), start)))
    return made.take(drawn.permutation(len(made)))


def ours(told: Readings) -> Use:
    """Ours: every span, every doubt, and the months."""
    spans, doubted = spans_of(told, HIGHEST, today=day_number(AFTER))
    return use_of(spans, doubted, months(FIRST, AFTER))


def in_pandas(told: Readings) -> pd.Series:
    """The same sums in pandas: swaps known, what falls left out; no doubts, no shares, no exact sums."""
    frame = pd.DataFrame({name: getattr(told, name) for name in ("meter", "day", "sort", "shown", "start")})
    frame = frame.sort_values(["meter", "day"])
    frame["after"] = frame.groupby("meter").day.shift(-1)
    begin = frame.shown.where(frame["sort"] != Sort.SWAP, frame.start)
    frame["used"] = frame.groupby("meter").shown.shift(-1) - begin
    frame = frame[frame.used >= 0]
    month = pd.to_datetime(frame.day, unit="D").dt.to_period("M")
    return frame.groupby([frame.meter, month]).used.sum()


def peak_mb() -> float:
    """The most memory that this process has held."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


TOLD = readings()
before = peak_mb()
mine = clock(lambda: ours(TOLD), rounds=3)
at_work, after = process_time(), peak_mb()
use = ours(TOLD)
at_work = process_time() - at_work
tell(f"consumption from {len(TOLD):,} readings", mine, clock(lambda: in_pandas(TOLD), rounds=3), "pandas, sums only")
print(f"of it at work on a processor: {at_work:.2f} s")
print(f"{len(use):,} months of {HOMES:,} meters, {(use.doubt > 0).sum():,} with a doubt")
print(f"memory: {before:,.0f} MB with the readings, {after:,.0f} at most deriving, {peak_mb():,.0f} with pandas")
if at_work > 5:
    sys.exit(f"{at_work:.1f} s: more than 5 s")
