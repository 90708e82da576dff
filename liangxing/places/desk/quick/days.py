"""The day in a line, in every way people write one; a year that is left out is the last that fits, and that is said."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from functools import cache

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from liangxing.kernel.numerals import read
from liangxing.kernel.patterns import any_of
from liangxing.records.tables.cells import read_day

from .found import Found
from .words import words

NUMERALS = "\u3007\u96f6\u4e00\u4e8c\u4e09\u56db\u4e94\u516d\u4e03\u516b\u4e5d\u5341"  # 0 to 10
Reading = Callable[["re.Match[str]", date], "tuple[date | None, str, str]"]  # the day, a note, why it is asked


def day_in(line: str, today: date) -> list[Found]:
    """The days that *line* names, in their order; overlapping ones once, as the longer says it."""
    found: list[Found] = []
    for pattern, reading in _patterns():
        for match in pattern.finditer(line):
            if any(one.start < match.end() and match.start() < one.end for one in found):
                continue
            day, note, asks = reading(match, today)
            if day or asks:
                found.append(Found(match.start(), match.end(), match.group().strip(), day, note, asks))
    return sorted(found, key=lambda one: one.start)


@cache
def _patterns() -> list[tuple[re.Pattern[str], Reading]]:
    """Patterns, the surest first."""
    told = words()["days"]
    number, day_word = rf"(?:\d{{1,2}}|[{NUMERALS}]{{1,3}})", any_of(told["day"])
    year, month, parts = told["year"], told["month"], f"(?: ?{any_of(told['parts'])})?"
    years, to = any_of(told["years"]), any_of(told["to"])
    short = [name[:3] for name in told["months_en"]]
    month_en = rf"(?:{'|'.join(f'{s}[a-z]*' for s in short)})\.?"
    not_day = f"(?!{any_of(told['not_a_day'])})"
    weeks = any_of([*told["last_week"], *told["this_week"]])
    no_unit = rf"(?! ?{any_of(unit for units in words()['units'].values() for unit in units)}(?![a-z]))"
    ends = r"(?=$|[\s,;\u3001\u3002\0])"
    every = [
        (rf"(?<!\d)(?:{number}{month})?{number}{day_word}? ?{to} ?(?:{number}{month})?{number}{day_word}", _several),
        (rf"(?<!\d)(?:\d{{4}}|[{NUMERALS}]{{4}}){year} ?{number}{month} ?{number}{day_word}?{parts}", _whole),
        (rf"(?<![\d.-])\d{{4}}[-./]\d{{1,2}}[-./]\d{{1,2}}(?![\d.-]){parts}", _whole),
        (r"(?<![\d-])(?:19|20)\d{6}(?![\d-])", _whole),
        (rf"(?<!\d)(?P<years>{years})? ?(?P<m>{number}){month} ?(?P<d>{number}){day_word}?{not_day}{parts}", _no_year),
        (rf"(?i)\b(?P<d>\d{{1,2}})(?:st|nd|rd|th)?(?: of)? (?P<m>{month_en})(?:,? (?P<y>\d{{4}}))?\b{parts}", _english),
        (rf"(?i)\b(?P<m>{month_en}) (?P<d>\d{{1,2}})(?:st|nd|rd|th)?(?:,? (?P<y>\d{{4}}))?\b{parts}", _english),
        (rf"(?<![^\s,;\u3001])(?P<m>\d{{1,2}})[./-](?P<d>\d{{1,2}}){parts}{ends}{no_unit}", _no_year),
        (rf"(?i){any_of(told['ago'])}{parts}", _ago),
        (rf"(?P<week>{weeks})(?P<on>[{''.join(told['weekdays'] + told['sunday'])}]){parts}", _week),
        (rf"(?i)\b(?P<last>{any_of(told['last_en'])} |on )?(?P<on>{any_of(told['weekdays_en'])})\b{parts}", _week_en),
        (rf"(?<![\d{NUMERALS}.-])(?P<d>{number}){day_word}{not_day}{parts}", _no_month),
    ]
    return [(re.compile(pattern, re.ASCII), reading) for pattern, reading in every]


def _number(text: str) -> int:
    numeral = read(text)
    return int(numeral.value) if numeral else 0


def _several(match: re.Match[str], today: date) -> tuple[date | None, str, str]:
    return None, "", _("several days: record each of them by itself")


def _whole(match: re.Match[str], today: date) -> tuple[date | None, str, str]:
    said = re.sub(f" ?{any_of(words()['days']['parts'])}$", "", match.group()).replace(" ", "")
    cell = read_day(said)
    try:
        return date.fromisoformat(cell.read_as), "", ""
    except ValueError:
        return None, "", _("there is no such day")


def _no_year(match: re.Match[str], today: date) -> tuple[date | None, str, str]:
    """The last such day that is not after today, or that of the year that is named."""
    month, day, named = _number(match["m"]), _number(match["d"]), match.groupdict().get("years")
    if not 1 <= month <= 12:
        return None, "", ""  # no day at all: a version, a score, a code
    if named:
        return _checked(today.year - words()["days"]["years"][named], month, day, "")
    return _latest([(today.year - back, month) for back in range(9)], day, today)


def _latest(months: list[tuple[int, int]], day: int, today: date) -> tuple[date | None, str, str]:
    """The newest day so numbered in one of *months* (the newest first) that is not after today."""
    for year, month in months:
        found, _note, _asks = _checked(year, month, day, "")
        if found and found <= today:
            return found, _("no year is given: %s taken, the last such day") % date_format(found), ""
    return None, "", _("there is no such day")


def _checked(year: int, month: int, day: int, note: str) -> tuple[date | None, str, str]:
    try:
        return date(year, month, day), note, ""
    except ValueError:
        return None, "", _("there is no such day")


def _english(match: re.Match[str], today: date) -> tuple[date | None, str, str]:
    names = [name[:3] for name in words()["days"]["months_en"]]
    month, day = names.index(match["m"][:3].lower()) + 1, int(match["d"])
    if match["y"]:
        return _checked(int(match["y"]), month, day, "")
    return _latest([(today.year - back, month) for back in range(9)], day, today)


def _ago(match: re.Match[str], today: date) -> tuple[date | None, str, str]:
    said = next(w for w in sorted(words()["days"]["ago"], key=len, reverse=True) if match.group().lower().startswith(w))
    return today - timedelta(days=words()["days"]["ago"][said]), "", ""


def _week(match: re.Match[str], today: date) -> tuple[date | None, str, str]:
    told = words()["days"]
    on = told["weekdays"].index(match["on"]) if match["on"] in told["weekdays"] else 6
    return _on(on, today, last=match["week"] in told["last_week"])


def _week_en(match: re.Match[str], today: date) -> tuple[date | None, str, str]:
    return _on(words()["days"]["weekdays_en"].index(match["on"].lower()), today, last=False)


def _on(weekday: int, today: date, *, last: bool) -> tuple[date | None, str, str]:
    """That day of last week, or the last one that is not after today."""
    monday = today - timedelta(days=today.weekday())
    day = monday + timedelta(days=weekday) - timedelta(days=7 if last or weekday > today.weekday() else 0)
    return day, "", ""


def _no_month(match: re.Match[str], today: date) -> tuple[date | None, str, str]:
    """The last day so numbered: of this month, or of the one before."""
    months: Iterator[tuple[int, int]] = (divmod(today.year * 12 + today.month - 1 - back, 12) for back in range(3))
    return _latest([(year, month + 1) for year, month in months], _number(match["d"]), today)
