"""Reading a record in a template, with the eyes of the visitor."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, time
from decimal import Decimal
from typing import Any, cast

from django import template
from django.apps import apps
from django.db import models
from django.forms import BoundField, CheckboxInput
from django.template import Context
from django.urls import reverse
from django.utils.formats import date_format, time_format
from django.utils.html import format_html, format_html_join
from django.utils.translation import gettext as _

from liangxing.kernel.quantity import number
from liangxing.records.forms import RecordForm
from liangxing.records.kinds import Kind, kinds
from liangxing.records.models import Record, column_of
from liangxing.records.tables.columns import label, open_sets

register = template.Library()
HIDDEN = "···"


@register.simple_tag(takes_context=True)
def cell(context: Context, record: Record, column: str) -> Any:
    """What *record* shows in *column*, in words; dots where it says who somebody is and the visitor may not know.

    ``None`` and empty text are a dash: unknown is not 0. A note may say anything, so it is for those who attach.
    """
    rights = getattr(context["request"], "rights", None)
    if not rights or (column in record.personal and not rights.clear(type(record))):
        return HIDDEN
    if column == "note" and record.note and not rights.may("attach"):
        return HIDDEN
    value = getattr(record, column)
    if isinstance(value, Record) and value.personal and not rights.clear(type(value)):
        return HIDDEN
    return in_words(record, column, value)


def in_words(record: Record, column: str, value: Any) -> Any:
    """*value* of *column* as people write it: a day in full, a number with its thousands, the word of a choice."""
    if shown := getattr(record, f"get_{column}_display", None):
        return shown() or "—"
    if isinstance(value, bool):
        return _("yes") if value else _("no")
    if isinstance(value, date):
        return date_format(value)
    if isinstance(value, time):
        return time_format(value, "H:i")
    if isinstance(value, int | Decimal):
        return str(value) if column == "year" else number(value)
    if isinstance(value, str) and value:
        return label(type(record), column, value) or "—"
    return "—" if value is None or value == "" else value


@register.filter
def columns(kind: Kind) -> list[str]:
    """The columns of a list, with the one that names a row first."""
    first = head(kind)
    return [first, *(column for column in kind.columns if column != first)]


@register.filter
def head(kind: Kind) -> str:
    """The column by which people know a record: the first that is no day."""
    days = {f.name for f in kind.model._meta.fields if isinstance(f, models.DateField)}
    return next((column for column in kind.columns if column not in days), kind.columns[0])


@register.filter
def fields(kind: Kind) -> list[str]:
    """Every field of the form, in its order."""
    return list(kind.form.base_fields)


@register.filter
def route(kind: Kind, page: str) -> str:
    """The name of the route of one of its pages."""
    return kind.route(page)


@register.filter
def app_of(model: type[Record], what: str) -> str:
    """Of the floor or room that keeps the kind: its ``label`` or its ``verbose_name``."""
    return str(getattr(apps.get_app_config(model._meta.app_label), what))


@register.filter
def of(found: Mapping[Any, Any], record: Record) -> Any:
    """What *found* holds for *record*."""
    return found.get(record.pk)


@register.filter
def standing(tellings: Iterable[Record]) -> Record | None:
    """The telling that counts now; ``None`` when the fact was struck out."""
    return next((telling for telling in tellings if telling.struck_at is None), None)


@register.simple_tag
def differs(tellings: Sequence[Record], place: int, column: str) -> bool:
    """Whether the telling at *place* (the newest first) says something else in *column* than the one before it."""
    return place + 1 < len(tellings) and is_other(tellings[place], tellings[place + 1], column)


@register.simple_tag
def is_other(one: Record, other: Record, column: str) -> bool:
    """Whether two tellings say something else in *column*."""
    attribute = column_of(type(one), column)
    return bool(getattr(one, attribute) != getattr(other, attribute))


@register.filter
def is_tick(field: BoundField) -> bool:
    """Whether it is a single box to tick, whose words stand beside it."""
    return isinstance(field.field.widget, CheckboxInput)


@register.filter
def is_filled(field: BoundField) -> bool:
    """Whether the system filled it in, and nobody has looked yet; what a record says already is no guess."""
    if field.form.is_bound or is_tick(field):
        return False
    if field.name in getattr(field.form, "hints", {}):
        return True
    corrects = getattr(getattr(field.form, "instance", None), "fact", None)
    return not corrects and bool(field.form.initial.get(field.name))


@register.filter
def filled_from(field: BoundField) -> str:
    """Where the value that the system filled in comes from; empty when nobody said."""
    return str(getattr(field.form, "hints", {}).get(field.name, ""))


@register.filter
def dressed(field: BoundField) -> Any:
    """The field's control, marked when the system filled it in; with the known words to choose from, where there are.

    An open set is typed in words, and kept by its keys.
    """
    attrs: dict[str, str | bool] = {"class": "filled"} if is_filled(field) else {}
    words = _words(field)
    if not words:
        return field.as_widget(attrs=attrs)
    attrs["list"] = f"{field.auto_id}_words"
    said = (
        field.value()
        if field.form.is_bound
        else label(cast(RecordForm[Any], field.form)._meta.model, field.name, field.value() or "")
    )
    control = field.field.widget.render(field.html_name, said, {**field.build_widget_attrs(attrs), "id": field.auto_id})
    options = format_html_join("", "<option>{}</option>", ((word,) for word in words))
    return format_html('{}<datalist id="{}">{}</datalist>', control, attrs["list"], options)


def _words(field: BoundField) -> list[str]:
    """What people call the values of an open set, in the language of the moment; empty for any other field."""
    model = getattr(getattr(field.form, "_meta", None), "model", None)
    kind = kinds().get(model._meta.label_lower) if model else None
    if kind is None or field.name not in open_sets(kind):
        return []
    keys = dict.fromkeys(open_sets(kind)[field.name].values())
    return [label(kind.model, field.name, key) for key in keys]


@register.filter
def heading(model: type[Record], column: str) -> str:
    """The human name of *column*."""
    return str(model._meta.get_field(column).verbose_name)  # type: ignore[union-attr]


@register.filter
def is_number(model: type[Record], column: str) -> bool:
    """Whether *column* holds numbers, which stand to the right."""
    return isinstance(model._meta.get_field(column), models.IntegerField | models.DecimalField)


@register.simple_tag(takes_context=True)
def page_of(context: Context, record: Record) -> str:
    """The address of the page of *record*; empty when its kind has no pages."""
    kind = kinds().get(record._meta.label_lower)
    return reverse(kind.route("page"), args=[context["request"].community.code, record.pk]) if kind else ""


@register.filter
def verbose_plural(model: type[Record]) -> str:
    """What people call many of the kind."""
    return str(model._meta.verbose_name_plural)
