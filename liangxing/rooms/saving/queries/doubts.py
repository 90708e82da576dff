"""Doubts of use in words."""

from __future__ import annotations

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy

DOUBTS: dict[str, str | Promise] = {
    "falls": gettext_lazy("the register shows less than before, and no swap was written down"),
    "unit": gettext_lazy("it fits only in another unit: kWh or ten thousand kWh?"),
    "two-meters": gettext_lazy("readings of two meters seem to stand under one number"),
    "same-day": gettext_lazy("one day tells two different readings"),
    "future": gettext_lazy("the day of a reading has not come yet"),
    "no-end": gettext_lazy("swapped or set back without the last reading of the old meter"),
    "no-start": gettext_lazy("swapped without the first reading of the new meter"),
    "rollover": gettext_lazy("it rolled over, and how many digits it has is not known"),
    "gap": gettext_lazy("more than a year between two readings"),
    "still": gettext_lazy("the register did not move for two months or longer"),
    "negative": gettext_lazy("a bill below nothing, or one that ends before it begins"),
    "overlap": gettext_lazy("two bills tell the same days differently"),
}


def why_of(doubts: str) -> list[str | Promise]:
    """The *doubts* of a record, names between commas, in words."""
    return [DOUBTS[name] for name in doubts.split(",") if name]
