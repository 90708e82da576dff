"""Which step a complaint about noise waits for, by the law of its day, and until when."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path

from liangxing.kernel.workdays import after_workdays
from liangxing.metering.editions import Editions, Source, source_of

FILE = Path(__file__).with_name("noise.toml")
STEPS = ("dissuade", "mediate", "report")


@dataclass(frozen=True, slots=True)
class Edition:
    """The law from ``first`` on; ``days``: until when each step is wanted, in working days."""

    first: date
    article: str
    owners: str
    days: Mapping[str, int]
    source: Source


@dataclass(frozen=True, slots=True)
class Next:
    """The step that is next, the day until which it is wanted, and the law."""

    step: str
    due: date
    edition: Edition


@cache
def editions() -> Editions[Edition]:
    """Those that come with the program."""
    told = tomllib.loads(FILE.read_text("utf-8"))["edition"]
    return Editions(tuple(Edition(e["from"], e["article"], e["owners"], e["days"], source_of(e)) for e in told))


def next_step(complained: date, done: Sequence[str]) -> Next | None:
    """What comes after the steps that were *done*; ``None`` when all were. Reporting comes last.

    >>> next_step(date(2026, 9, 1), ["dissuade"]).step
    'mediate'
    """
    law = editions().on(complained) or editions().every[0]
    left = [step for step in STEPS if step not in done]
    if not left:
        return None
    return Next(left[0], after_workdays(complained, law.days[left[0]]), law)
