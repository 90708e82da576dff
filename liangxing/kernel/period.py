"""Runs of days, half-open: ``first`` is in, ``after`` is out."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta

EVER = date(1900, 1, 1)


@dataclass(frozen=True, slots=True, order=True)
class Period:
    """A run of days ``[first, after)``.

    >>> Period.month(2026, 12)
    Period(first=datetime.date(2026, 12, 1), after=datetime.date(2027, 1, 1))
    """

    first: date
    after: date

    @classmethod
    def month(cls, year: int, month: int) -> Period:
        """The calendar month; *month* counts from 1."""
        return cls(date(year, month, 1), date(year + month // 12, month % 12 + 1, 1))

    @classmethod
    def year(cls, year: int) -> Period:
        """The calendar year."""
        return cls(date(year, 1, 1), date(year + 1, 1, 1))

    @classmethod
    def until(cls, last: date, *, first: date = EVER) -> Period:
        """The days from *first* (by default, from the first that a record may have) to *last*, both in."""
        return cls(first, last + timedelta(days=1))

    @classmethod
    def year_to(cls, last: date) -> Period:
        """The twelve months that end on *last*.

        >>> Period.year_to(date(2013, 3, 31)).first
        datetime.date(2012, 4, 1)
        """
        after = last + timedelta(days=1)
        leap = (after.month, after.day) == (2, 29)
        return cls(after.replace(year=after.year - 1, day=28 if leap else after.day), after)

    @classmethod
    def parse(cls, text: str) -> Period:
        """The period that *text* names: a year, a month, or ``first..last`` with both days in.

        ``ValueError`` when it names none.

        >>> Period.parse("2012-09") == Period.month(2012, 9) == Period.parse("2012-09-01..2012-09-30")
        True
        """
        try:
            if ".." in text:
                first, last = (date.fromisoformat(day.strip()) for day in text.split(".."))
                if first > last:
                    raise ValueError
                return cls.until(last, first=first)
            if re.fullmatch(r"\d{4}", text):
                return cls.year(int(text))
            year, month = re.fullmatch(r"(\d{4})-(\d{2})", text).groups()  # type: ignore[union-attr]
            return cls.month(int(year), int(month))
        except (ValueError, AttributeError, OverflowError):
            raise ValueError(f"{text!r} is no period; write 2012, 2012-09 or 2012-01-01..2012-12-31") from None

    @property
    def last(self) -> date:
        """The last day that is in."""
        return self.after - timedelta(days=1)

    def __contains__(self, day: date) -> bool:
        return self.first <= day < self.after

    def __str__(self) -> str:
        return f"{self.first}..{self.last}"


def months_after(day: date, months: int) -> date:
    """The same day so many months after, or the last day that the month has; before, where *months* are negative.

    >>> months_after(date(2026, 8, 31), 6), months_after(date(2027, 3, 31), -1)
    (datetime.date(2027, 2, 28), datetime.date(2027, 2, 28))
    """
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    last = Period.month(year, month + 1).last
    return last if day.day > last.day else date(year, month + 1, day.day)
