"""What a body may say: figures, rows of records, years, and what a standard found."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

from django import template
from django.template import Context
from django.utils.translation import gettext as _

from liangxing.kernel.period import Period
from liangxing.measures.measure import MEASURES, Ratio
from liangxing.reports.writing import ANNEX, RUN
from liangxing.standards.assess import assess

if TYPE_CHECKING:
    from liangxing.reports.writing import Writing

register = template.Library()


def _run(context: Context) -> Writing:
    return cast("Writing", context[RUN])


@register.simple_tag(takes_context=True)
def figure(context: Context, measure: str, period: Any = "", unit: str = "", manner: str = "") -> str:
    """State a measure: ``{% figure "environment.sorted_bins" %}``."""
    return _run(context).state(measure, period=str(period), unit=unit, manner=manner)


@register.simple_tag(takes_context=True)
def rows(context: Context, measure: str, order: str = "day") -> list[Any]:
    """The very records behind a measure, oldest first: ``{% rows "honours.held" as honours %}``."""
    run, declared = _run(context), MEASURES[measure]
    if isinstance(declared, Ratio):
        raise template.TemplateSyntaxError(f"{measure} is a ratio: it has the rows of two measures")
    found = declared.rows(run.community, Period.until(run.day), run.known_at)
    related = [f.name for f in declared.of._meta.fields if f.is_relation and f.editable]
    return list(found.select_related(*related).order_by(order, "pk"))


@register.simple_tag
def year(value: Any) -> str:
    """A year, or the year of a day: not a figure, and said to be none."""
    return str(getattr(value, "year", value))


@register.simple_tag
def month(day: Any) -> str:
    """The month of a day, as a number."""
    return str(day.month)


@register.simple_tag(takes_context=True)
def findings(context: Context, standard: str) -> Any:
    """What a standard found as of the report's day: ``{% findings "two-oriented" as check %}``."""
    run = _run(context)
    return assess(run.community, standard, run.day, run.known_at)


@register.simple_tag
def annex() -> str:
    """The table of all figures stated before it."""
    return ANNEX


@register.filter
def zh(words: Any) -> str:
    """The Chinese of a text in both languages."""
    return str(words["zh-hans"])


@register.filter
def finding_word(finding: Any) -> str:
    """A finding in words."""
    return {"met": _("met"), "unmet": _("not met"), "unknown": _("unknown")}[finding.value]
