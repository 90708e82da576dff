"""What records ask of people: each floor and room declares it in its ``due.py``, and the desk finds it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

from liangxing.kernel.registry import Registry

from .models import Record, Records

if TYPE_CHECKING:
    from django.utils.functional import _StrOrPromise

Asking = Callable[[Records[Any], date], Records[Any]]
SOON = timedelta(days=30)  # what ends within a month can still be renewed in time


@dataclass(frozen=True, slots=True)
class Due:
    """Records of one kind that ask for something, and where it is settled.

    ``rows`` narrows the standing records that the visitor sees to those that ask. ``by``: the column with the day to
    show; ``shows``: the one that says what it is about, when it is not the first of its list. ``form`` and ``field``:
    the kind whose form settles it, and its field that takes the record; ``page``: the route of a page of its own that
    does; otherwise the record itself is corrected, which ``ends`` it today if need be. ``waits``: somebody waits for an
    answer.
    """

    key: str
    of: type[Record]
    says: _StrOrPromise
    rows: Asking
    by: str
    shows: str = ""
    form: str = ""
    field: str = ""
    page: str = ""
    ends: bool = False
    waits: bool = False


DUE: Registry[Due] = Registry("due")


def due(of: type[Record], says: _StrOrPromise, *, by: str, **settled: Any) -> Callable[[Asking], Asking]:
    """Declare that the decorated function finds the records *of* a kind that ask for something."""

    def declare(rows: Asking) -> Asking:
        DUE.add(Due(f"{of._meta.label_lower}.{rows.__name__}", of, says, rows, by, **settled))
        return rows

    return declare


def ending_soon(rows: Records[Any], today: date) -> Records[Any]:
    """Spells that end from today on within a month."""
    return rows.filter(until__gt=today, until__lte=today + SOON)
