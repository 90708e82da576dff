"""Saying quantities and showing seals in a template."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from django import template
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import get_language, pgettext
from django.utils.translation import gettext as _

from liangxing.kernel.quantity import number, say, units

register = template.Library()
CLASSES = {"whole": "", "part": "part", "none": "none", "mend": "mend"}


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


@register.simple_tag
def seal(state: str) -> SafeString:
    """The small square that marks every figure: every row has evidence, some have, none is recorded, or corrected."""
    signs = {
        "whole": (pgettext("seal", "proof"), _("see what it rests on")),
        "part": (pgettext("seal", "half"), _("some rows lack evidence; see which")),
        "none": ("?", _("nothing recorded")),
        "mend": (pgettext("seal", "mended"), _("corrected; see what was")),
    }
    sign, words = signs[state]
    return format_html(
        '<span class="seal {}" aria-hidden="true">{}</span><span class="sr">, {}</span>', CLASSES[state], sign, words
    )


@register.simple_tag
def cell_head(header: Sequence[str], place: int) -> str:
    """The heading over the cell at *place*."""
    return header[place] if place < len(header) else ""
