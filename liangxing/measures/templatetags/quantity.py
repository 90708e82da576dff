"""Saying quantities and showing seals in a template, for documents that state many figures."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from django import template
from django.utils.translation import get_language

from liangxing.evidence.templatetags.evidence import seal
from liangxing.kernel.quantity import number, say, units

register = template.Library()


def _language() -> str:
    return "zh-hans" if (get_language() or "").startswith("zh") else "en"


@register.filter
def quantity(value: Decimal | int | None, unit: str) -> str:
    """*value* with its unit in the visitor's language; a dash when unknown."""
    return say(value, unit, _language())


@register.filter
def bare(value: Decimal | int | None, unit: str) -> str:
    """*value* without its unit; a dash when unknown."""
    if value is None:
        return "—"
    return say(value, unit, _language()) if unit == "1" else number(value, places=2 if value % 1 else None)


@register.filter
def unit_word(unit: str) -> str:
    """The word of a unit."""
    return units()[unit].words[_language()]


register.inclusion_tag("evidence/seal.html")(seal)


@register.simple_tag
def cell_head(header: Sequence[str], place: int) -> str:
    """The heading over the cell at *place*."""
    return header[place] if place < len(header) else ""
