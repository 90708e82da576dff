"""The time of day in a line: at what o'clock something begins."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import time
from functools import cache

from liangxing.kernel.numerals import pattern, read
from liangxing.kernel.patterns import any_of

from .found import Found
from .words import words

NOON = 12


@cache
def _patterns() -> tuple[re.Pattern[str], ...]:
    told = words()["times"]
    part = f"(?P<part>{any_of([*told['afternoon'], *told['morning']])})?"
    minute = f"(?P<minute>{told['half']}|{told['quarter']}|{pattern()})?"
    return (
        re.compile(rf"(?ai){part} ?(?<![\d:])(?P<hour>\d{{1,2}}):(?P<minute>\d\d)(?![\d:]) ?(?P<after>am|pm)?"),
        re.compile(rf"(?ai){part} ?(?P<hour>{pattern()}){any_of(told['hour'])}{minute}(?P<after>)"),
        re.compile(r"(?ai)\b(?P<part>)(?P<hour>\d{1,2})(?P<minute>) ?(?P<after>am|pm|a\.m\.|p\.m\.)"),
    )


def times_in(line: str) -> Iterator[Found]:
    """Times of day that *line* names."""
    for one in _patterns():
        for match in one.finditer(line):
            if (told := _time(match)) is not None:
                yield Found(match.start(), match.end(), match.group().strip(), told)


def _time(match: re.Match[str]) -> time | None:
    """The time, in hours of a day; ``None`` when there is no such time."""
    told = words()["times"]
    numeral, said = read(match["hour"]), match["minute"] or ""
    minute = {"": 0, told["half"]: 30, told["quarter"]: 15}.get(said)
    if minute is None:
        minute = int(found.value) if (found := read(said)) else 60
    hour = int(numeral.value) if numeral else 24
    part = (match["part"] or match["after"] or "").lower()
    if part in told["afternoon"] and hour < NOON:
        hour += NOON
    return time(hour, minute) if hour < 24 and minute < 60 else None
