"""Minutes and months in a template."""

from __future__ import annotations

from decimal import Decimal

from django import template
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from liangxing.reports.burden.bill import minutes_said
from liangxing.reports.burden.months import Year

register = template.Library()


@register.filter
def minutes(value: Decimal | None) -> str:
    """Minutes as a whole number; a dash when nobody knows."""
    return minutes_said(value)


@register.filter
def percent(share: Decimal | None) -> str:
    """A share in whole per cent; a dash when there is none."""
    return "—" if share is None else f"{share * 100:.0f}%"


@register.filter
def months(year: Year) -> list[tuple[str, str]]:
    """The rows of the table that says what the chart says: each month in full, and its minutes."""
    return [
        (date_format(m.bar.period.first, "YEAR_MONTH_FORMAT"), f"{minutes_said(m.cost.minutes)} {_way(m.by_hand)}")
        for m in year.months
    ]


def _way(by_hand: bool) -> str:
    return _("(by hand)") if by_hand else ""
