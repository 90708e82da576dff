"""What a cell says, read for the field it belongs to; whatever is not read letter by letter is said."""

from __future__ import annotations

import math
import re
import unicodedata
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from decimal import Decimal, InvalidOperation
from typing import Any

from django import forms
from django.utils.translation import gettext as _

from .words import is_one_of, plain, words

EPOCH = date(1899, 12, 30)  # day 0 of a spreadsheet's calendar, as its later days count
SERIALS = range(367, 73051)  # 1901 to 2099: a number in a column of days
YEARS = range(1949, 2100)  # a number that is a year: as a serial it would be a day of 1905, which no table of ours has
DAY = re.compile(r"(\d{4})\s*[-./]\s*(\d{1,2})(?:\s*[-./]\s*(\d{1,2}))?(?:[ T]\d{1,2}:\d{2}(?::\d{2})?)?")
DIGITS = re.compile(r"(\d{4})(\d{2})(\d{2})")


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell: what it said, what it was read as (text for the form), and a word on how when that is not plain."""

    said: str
    read_as: str
    note: str = ""
    wrong: str = ""  # why it cannot be read at all, where the form would not notice

    @property
    def differs(self) -> bool:
        """Whether a person should see how it was read."""
        return bool(self.note)


def as_said(value: Any) -> str:
    """What a cell shows: a whole number without its idle ``.0``, a day without midnight."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    if isinstance(value, float):
        return str(int(value)) if value.is_integer() and abs(value) < 1e15 else repr(value)
    if isinstance(value, time):
        return value.isoformat("minutes")
    if isinstance(value, datetime):
        return value.date().isoformat() if value.time().isoformat() == "00:00:00" else value.isoformat(" ")
    return str(value).strip()


Reader = Callable[[Any], Cell]


def reader_of(field: forms.Field, choices: Mapping[str, str]) -> Reader:
    """How cells are read for *field*, whose choices go by the words of *choices*."""
    if isinstance(field, forms.DateField):
        return read_day
    if isinstance(field, forms.IntegerField | forms.DecimalField):
        return read_number
    if isinstance(field, forms.BooleanField):
        return read_yes
    if choices:
        return lambda value: read_choice(value, choices)
    return read_text


def read_text(value: Any) -> Cell:
    """Text as it stands; full-width letters and digits are made half, and that is said."""
    said = as_said(value)
    half = (
        unicodedata.normalize("NFKC", said) if re.search(r"[\uff10-\uff19\uff21-\uff3a\uff41-\uff5a]", said) else said
    )
    return Cell(said, half, _("full width made half") if half != said else "")


def read_choice(value: Any, choices: Mapping[str, str]) -> Cell:
    """One of the words that stand for a choice, or several between commas; another word is left to the form."""
    said = as_said(value)
    if (whole := choices.get(plain(said))) is not None:
        return Cell(said, whole)
    parts = [choices.get(plain(part), part) for part in re.split("[,;/\u3001\uff0c\uff1b]", said) if part.strip()]
    return Cell(said, ",".join(parts) if len(parts) > 1 else said)


def read_yes(value: Any) -> Cell:
    """Yes or no in the words of ``words.toml``; an empty cell stays empty, another word is wrong."""
    said = as_said(value)
    if not said:
        return Cell(said, "")
    if is_one_of("no", said):
        return Cell(said, "false")
    return Cell(said, "true") if is_one_of("yes", said) else Cell(said, "", wrong=_("write yes or no"))


def read_day(value: Any) -> Cell:
    """A day, in any of the ways it is written: ISO, dots, with year-month-day words, eight digits, a serial."""
    if isinstance(value, datetime | date):
        day = value.date() if isinstance(value, datetime) else value
        return Cell(day.isoformat(), day.isoformat())
    said = as_said(value)
    if isinstance(value, int | float) and not isinstance(value, bool):
        return _serial(said, value)
    text = _latin(unicodedata.normalize("NFKC", said))
    if found := DAY.fullmatch(text.strip()) or DIGITS.fullmatch(text.strip()):
        return _day(said, *found.groups())
    if re.fullmatch(r"\d{5}", text) and int(text) in SERIALS:
        return _serial(said, int(text))
    if re.fullmatch(r"\d{4}[-.]?", text.strip()):
        return Cell(said, f"{text[:4]}-01-01", _("only the year is given: 1 January taken"))
    return Cell(said, "" if is_one_of("empty", said) else said)


def _serial(said: str, value: float) -> Cell:
    if not math.isfinite(value):
        return Cell(said, said)
    if YEARS[0] <= value <= YEARS[-1] and float(value).is_integer():
        return Cell(said, f"{int(value)}-01-01", _("only the year is given: 1 January taken"))
    if int(value) in SERIALS:
        day = (EPOCH + timedelta(days=int(value))).isoformat()
        return Cell(said, day, _("a spreadsheet's number of a day"))
    return Cell(said, said)


def _day(said: str, year: str, month: str, day: str | None) -> Cell:
    read = f"{int(year):04}-{int(month):02}-{int(day or 1):02}"
    if not day:
        return Cell(said, read, _("no day is given: the first of the month taken"))
    return Cell(said, read, "" if read == said else _("day written as %s") % read)


def _latin(text: str) -> str:
    """Chinese year, month and day words as dashes, and Chinese digits as ours: for days only."""
    digits = words()["digits"]
    year, month, day_words = "\u5e74", "\u6708", "[\u65e5\u53f7]"

    def number(found: re.Match[str]) -> str:
        told = found.group()
        if "\u5341" not in told:
            return "".join(str(digits[c]) for c in told)
        tens, _sep, ones = told.partition("\u5341")
        return str((digits[tens] if tens else 1) * 10 + (digits[ones] if ones else 0))

    text = re.sub(f"[{''.join(digits)}]+", number, text)
    text = re.sub(day_words, "", text.replace(year, "-").replace(month, "-"))
    return text.strip().rstrip("-") if re.match(r"\d{4}-\d", text) else text


def read_number(value: Any) -> Cell:
    """A number: thousands separated or not, with a unit behind it, in ten thousands. One that is not exact is refused.

    The refusal is the form's: the words stay in the cell, with a mark that no number has.
    """
    said = as_said(value)
    if isinstance(value, int | float) or not said:
        return Cell(said, said)
    if is_one_of("empty", said):
        return Cell(said, "", _("read as not known"))
    text = unicodedata.normalize("NFKC", said).replace(",", "").replace(" ", "")
    if any(word in text for word in words()["inexact"]):
        return Cell(said, said, _("not exact: write the number that was counted"))
    found = re.fullmatch(r"([-+]?\d+(?:\.\d+)?)([^\d.].*)?", text)
    if not found:
        return Cell(said, said)
    return _times(said, found[1], found[2] or "")


def _times(said: str, number: str, unit: str) -> Cell:
    times = words()["times"]
    try:
        exact = Decimal(number)
    except InvalidOperation:
        return Cell(said, said)
    for letter in unit:
        if letter not in times:
            break
        exact *= times[letter]
    read = format(exact.normalize(), "f")
    return Cell(said, read, "" if read == said else _("read as %s") % read)
