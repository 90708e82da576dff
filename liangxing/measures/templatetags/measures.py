"""Figures in a template: said with their unit, and always with their seal."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import Any
from uuid import UUID

from django import template
from django.template import Context
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import get_language, pgettext

from liangxing.kernel.period import Period
from liangxing.kernel.quantity import number, say
from liangxing.measures.charts.trend import Trend
from liangxing.measures.folds import Value
from liangxing.measures.measure import MEASURES
from liangxing.measures.proved import Proved
from liangxing.records.models import Record
from liangxing.records.templatetags.records import cell

register = template.Library()


@register.simple_tag
def said(value: Value, unit: str) -> str:
    """*value* with its unit in the language of the moment; a dash for what is unknown."""
    return say(value, unit, get_language() or "en")


@register.filter
def number_of(value: Value, unit: str) -> str:
    """Only the number: the large one of a card."""
    return say(value, unit, get_language() or "en").partition(" ")[0]


@register.filter
def words_of(value: Value, unit: str) -> str:
    """Only the unit's words; empty for a share, whose sign stands with the number, and for what is unknown."""
    return say(value, unit, get_language() or "en").partition(" ")[2]


@register.filter
def count(value: int | Decimal | None) -> str:
    """A bare number with its thousands separated."""
    return "—" if value is None else number(value)


@register.filter
def whole(value: float | Decimal) -> str:
    """A number that was estimated, to the whole: its places would say more than is known."""
    return number(Decimal(round(value)))


@register.filter
def bar_name(period: Period, by: str) -> str:
    """What a bar is called: its year, or its month in few letters (with the year in January)."""
    if by == "year":
        return str(period.first.year)
    if period.first.month == 1:
        return date_format(period.first, pgettext("January in a chart", "M Y"))
    return date_format(period.first, pgettext("a month in a chart", "M"))


@register.filter
def bar_said(period: Period, by: str) -> str:
    """The same in full: the year, or the year and month."""
    return date_format(period.first, "YEAR_MONTH_FORMAT") if by == "month" else str(period.first.year)


@register.filter
def numbers(told: Trend, unit: str) -> list[tuple[str, str]]:
    """The rows of the table that says what the bars say: each period in full, and its value with its unit."""
    return [(bar_said(bar.period, told.by), said(bar.value, unit)) for bar in told.bars]


@register.simple_tag(takes_context=True)
def was(context: Context, earlier: Mapping[UUID, Record], record: Record, column: str) -> Any:
    """What the fact of *record* said in *column* before it was corrected; empty when it says the same."""
    before = earlier.get(record.fact)
    if before is None or record.fact == record.pk or getattr(before, column) == getattr(record, column):
        return ""
    return cell(context, before, column)


@register.inclusion_tag("measures/fig.html", takes_context=True)
def fig(context: Context, key: str, value: Value, proved: Proved, query: str = "") -> dict[str, Any]:
    """A figure that opens: *value* of the measure *key* with unit and seal; *query* asks the page for the same."""
    address = reverse("figure.read", args=[context["request"].community.code, key])
    words = say(value, MEASURES[key].unit, get_language() or "en")
    return {"href": f"{address}?{query}" if query else address, "words": words, "proved": proved, "value": value}
