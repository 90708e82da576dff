"""Saying quantities and showing seals in a template, for documents that state many figures."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from django import template
from django.utils.translation import get_language

from liangxing.evidence.templatetags.evidence import seal
from liangxing.kernel.language import nearest
from liangxing.kernel.quantity import number, say, units

register = template.Library()


@register.filter
def quantity(value: Decimal | int | None, unit: str) -> str:
    """*value* with its unit in the visitor's language; a dash when unknown."""
    return say(value, unit, nearest(get_language()))


@register.filter
def bare(value: Decimal | int | None, unit: str) -> str:
    """*value* without its unit; a dash when unknown."""
    if value is None:
        return "—"
    return say(value, unit, nearest(get_language())) if unit == "1" else number(value, places=2 if value % 1 else None)


@register.filter
def unit_word(unit: str) -> str:
    """The word of a unit."""
    return units()[unit].words[nearest(get_language())]


register.inclusion_tag("evidence/seal.html")(seal)


@register.simple_tag
def cell_head(header: Sequence[str], place: int) -> str:
    """The heading over the cell at *place*."""
    return header[place] if place < len(header) else ""
