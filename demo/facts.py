"""What the report states, the days on which the demonstration stands, and the chance that draws the rest."""

from __future__ import annotations

import random
import tomllib
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import Any

FOLDER = Path(__file__).parent
FACTS: dict[str, Any] = tomllib.loads((FOLDER / "facts.toml").read_text("utf-8"))
WORDS: dict[str, Any] = tomllib.loads((FOLDER / "words.toml").read_text("utf-8"))  # invented titles and texts
REPORT_DAY = date(2013, 3, 31)  # as of which the report is built
REGISTERED = date(2010, 6, 1)  # the first registration of households
TODAY = date(2026, 11, 20)  # up to which the workbooks are made, unless another day is asked for
LATELY_D = 3  # days that the newest record lies back: nobody types on the day itself
CODE = "430103001001"  # a division code of twelve digits, of the right shape


def chance(what: str) -> random.Random:
    """A source of chance of its own for each thing, so that one more row here moves nothing there."""
    return random.Random(f"liangxing/{what}")


def years(today: date) -> Iterator[tuple[int, date]]:
    """Every year after the report up to *today*, and the last day of it of which there may be records.

    What is drawn for a year must not depend on that last day, so that a later run adds rows and changes none.
    """
    last = today - timedelta(days=LATELY_D)
    for year in range(REPORT_DAY.year, last.year + 1):
        yield year, min(date(year, 12, 31), last)
