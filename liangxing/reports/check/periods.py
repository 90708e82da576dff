"""The run of days that a number speaks of: "in the first half of the year", "since last year", "in three years"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache

from liangxing.kernel import numerals
from liangxing.kernel.patterns import any_of
from liangxing.kernel.period import Period

from .words import words

FRESH = 2  # months of a year in which a text still speaks of the year before
MONTHS = 12


@dataclass(frozen=True, slots=True)
class Run:
    """The words at ``[start, end)`` and the runs of days that they can mean, the likeliest first.

    *open*: it goes on to the day of writing, so that what was added in it is meant, and not what stood on its last day.
    """

    start: int
    end: int
    periods: tuple[Period, ...]
    open: bool


@cache
def _pattern() -> re.Pattern[str]:
    told, dates = words()["periods"], words()["dates"]
    number = any_of([*words()["numerals"], "1", "2", "3", "4", "5", "6", "7", "8", "9", "10"])
    month = r"(?:1[0-2]|0?[1-9])"
    year = rf"(?P<year>(?:19|20)[0-9]{{2}}){dates['year']}|(?P<past>{any_of(dates['past'])})"
    part = (
        rf"(?P<half>{any_of(told['halves'])})|{words()['not_numbers']['ordinal']}?(?P<quarter>{number}){told['quarter']}"
        rf"|(?P<from>{month}){dates['month']}?(?:{any_of(words()['manners']['to'])})(?P<to>{month}){dates['month']}"
        rf"|(?P<month>{month}){dates['month']}(?:(?P<day>[0-9]{{1,2}}){any_of(dates['day'])})?"
    )
    since = rf"(?P<since>{any_of(told['since'])})"
    last = rf"(?:(?P<last>{any_of(told['last'])})(?P<n>{number}){dates['year']}|(?P<m>{number}){any_of(told['years'])})"
    return re.compile(
        rf"{last}|(?:{year})?(?:{any_of(told['whole'])})?(?:{part})?(?P<tail>{any_of(told['whole'])})?{since}?"
    )


def runs(text: str, writing: Sequence[date]) -> list[Run]:
    """Every run of days that *text* names, in its order."""
    found = []
    for hit in _pattern().finditer(text):
        if not hit.group() or hit.group() == hit["since"] or re.search(r"[0-9.]$", text[: hit.start()]):
            continue
        meant = tuple(dict.fromkeys(period for day in writing for period in _periods(hit, day)))
        if meant:
            found.append(Run(hit.start(), hit.end(), meant, bool(hit["since"] or hit["last"] or hit["m"])))
    return found


def _periods(hit: re.Match[str], day: date) -> Iterator[Period]:
    """What the words mean to somebody who writes on *day*."""
    if hit["last"] or hit["m"]:
        yield from _years_back(hit["n"] or hit["m"], day)
        return
    for year in _years(hit, day):
        named = _part(hit, year)
        if named is None or named.first > day:
            continue
        yield Period.until(day, first=named.first) if hit["since"] else named


def _years(hit: re.Match[str], day: date) -> Sequence[int]:
    if hit["year"]:
        return (int(hit["year"]),)
    if hit["past"]:
        return (day.year + words()["dates"]["past"][hit["past"]],)
    if hit["half"] or hit["quarter"] or hit["from"] or hit["month"]:
        began = next(
            (y for y in (day.year, day.year - 1) if (p := _part(hit, y)) is not None and p.first <= day), day.year
        )
        return (began, day.year - 1) if day.month <= FRESH else (began,)
    if hit["tail"] or hit.group():
        return (day.year, day.year - 1) if day.month <= FRESH else (day.year,)
    return ()


def _part(hit: re.Match[str], year: int) -> Period | None:
    """The part of *year* that is named, or all of it."""
    if hit["half"]:
        return _months(year, words()["periods"]["halves"][hit["half"]], MONTHS // 2)
    if hit["quarter"]:
        quarter = _small(hit["quarter"])
        return _months(year, 3 * quarter - 2, 3) if 1 <= quarter <= MONTHS // 3 else None
    if hit["from"]:
        first, last = int(hit["from"]), int(hit["to"])
        return _months(year, first, last - first + 1) if first <= last else None
    if hit["month"]:
        return _month(year, int(hit["month"]), hit["day"])
    return Period.year(year)


def _month(year: int, month: int, day: str | None) -> Period | None:
    """The month, or its *day*; ``None`` for a day that no calendar has."""
    if day is None:
        return Period.month(year, month)
    try:
        return Period.until(date(year, month, int(day)), first=date(year, month, int(day)))
    except ValueError:
        return None


def _small(text: str) -> int:
    """A number of one sign, or ten."""
    told = numerals.read(text)
    return int(told.value) if told else 0


def _months(year: int, first: int, many: int) -> Period:
    return Period(Period.month(year, first).first, Period.month(year, first + many - 1).after)


def _years_back(text: str, day: date) -> Iterator[Period]:
    """So many years until *day*: to the day, with this year begun, or the whole years before it."""
    years = _small(text)
    if not 1 <= years < day.year - 1900:
        return
    after = day + timedelta(days=1)
    back = after.replace(year=after.year - years, day=min(after.day, 28))
    yield Period(back, after)
    yield Period(date(day.year - years + 1, 1, 1), after)
    yield Period(date(day.year - years, 1, 1), date(day.year, 1, 1))
