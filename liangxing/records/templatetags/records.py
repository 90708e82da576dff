"""Reading a record in a template, with the eyes of the visitor."""

from __future__ import annotations

from typing import Any

from django import template
from django.db import models
from django.template import Context
from django.urls import reverse
from django.utils.translation import gettext as _

from liangxing.records.kinds import kinds
from liangxing.records.models import Record
from liangxing.records.tables.columns import label

register = template.Library()
HIDDEN = "···"


@register.simple_tag(takes_context=True)
def cell(context: Context, record: Record, column: str) -> Any:
    """What *record* shows in *column*: the text of a choice, yes or no, else the value; dots where it is personal.

    ``None`` and empty text are a dash: unknown is not 0.
    """
    rights = getattr(context["request"], "rights", None)
    if column in record.personal and not (rights and rights.clear(type(record))):
        return HIDDEN
    if shown := getattr(record, f"get_{column}_display", None):
        return shown() or "—"
    value = getattr(record, column)
    if isinstance(value, bool):
        return _("yes") if value else _("no")
    if isinstance(value, str) and value:
        return label(type(record), column, value) or "—"
    return "—" if value is None or value == "" else value


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
