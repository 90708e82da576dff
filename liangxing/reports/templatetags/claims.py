"""What a body may say: figures, rows of records, years, and what a standard found."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

from django import template
from django.apps import apps
from django.template import Context
from django.utils.timezone import localdate
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from liangxing.kernel.language import nearest
from liangxing.kernel.period import Period
from liangxing.measures.measure import MEASURES, Ratio
from liangxing.records.models import Record
from liangxing.reports.markup import ANNEX
from liangxing.reports.subject import books_of, place_of, quote
from liangxing.reports.writing import RUN
from liangxing.standards.assess import Assessed, Judged, assess
from liangxing.standards.rules import Finding
from liangxing.standards.templatetags.standards import finding_word

if TYPE_CHECKING:
    from liangxing.reports.writing import Writing

register = template.Library()
register.filter(finding_word)
FEW = 8  # rows of a table that is only an example of many


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


@register.simple_tag(takes_context=True)
def said(context: Context, record: Record, column: str) -> str:
    """Words of a record, as a quotation that leads to it: ``{% said record "title" %}``."""
    run = _run(context)
    return "\n\n".join(run.quote(words) for words in quote(record, column, run.known_at))


@register.simple_tag(takes_context=True)
def told_of(context: Context, kind: str, column: str, record: Record) -> list[Any]:
    """The records of *kind* that refer to *record* in *column*, oldest first, as they were known then."""
    run, model = _run(context), apps.get_model(kind)
    asked = {column: record.fact, "community": run.community}
    rows = cast(Any, model)._default_manager.known(run.known_at).filter(**asked)
    order = ["day", "code"] if any(f.name == "code" for f in model._meta.fields) else ["day"]
    return list(rows.order_by(*order, "recorded_at", "pk"))


@register.simple_tag(takes_context=True)
def community(context: Context) -> str:
    """The name of the community, in the language of the document."""
    run = _run(context)
    return run.community.name if run.language == "zh-hans" else run.community.name_en or run.community.name


@register.simple_tag(takes_context=True)
def documents_of(context: Context, record: Record) -> list[tuple[str, str]]:
    """The documents that can be written of *record* today: what each is called, and where it is."""
    code, language = context["request"].community.code, nearest(get_language())
    return [(b.called(language, ""), place_of(code, b.key, record)) for b in books_of(record, localdate())]


@register.simple_tag
def year(value: Any) -> str:
    """A year, or the year of a day: not a figure, and said to be none."""
    return str(getattr(value, "year", value))


@register.simple_tag
def day_of_month(day: Any) -> str:
    """The day within its month, as a number."""
    return str(day.day)


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
def open_clauses(check: Assessed) -> list[Judged]:
    """The clauses that were found not to be met, or of which nothing is known."""
    return [judged for judged in check.judged if judged.finding is not Finding.MET]


@register.simple_tag
def newest(rows: list[Record]) -> list[Record]:
    """The last few of *rows*, the newest first: what a page of a paper can show."""
    return rows[: -FEW - 1 : -1]


@register.simple_tag
def unrecorded() -> str:
    """That no record says it: in place of something that somebody would have to make up."""
    return _("not recorded")


@register.simple_tag
def annex() -> str:
    """The table of all figures stated before it."""
    return ANNEX


@register.filter
def zh(words: Any) -> str:
    """The Chinese of a text in both languages."""
    return str(words["zh-hans"])
