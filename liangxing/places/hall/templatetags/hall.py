"""Icons that stand beside words, and QR codes."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal

from django import template
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language

from liangxing.kernel.language import nearest
from liangxing.kernel.quantity import number, say
from liangxing.reports.render.qr import svg
from liangxing.rooms.environment.models import Problem
from liangxing.rooms.environment.triage.categories import Category

register = template.Library()
# Strokes in a box of 24 by 24.
ICONS = {
    "heart": "M12 20S3 14 3 8a4.5 4.5 0 0 1 9-1 4.5 4.5 0 0 1 9 1c0 6-9 12-9 12z",
    "help": "M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18zM12 7v6M12 16.5v.5",
    "camera": "M4 8h4l2-3h4l2 3h4v11H4zM12 10a3.3 3.3 0 1 0 0 6.6 3.3 3.3 0 0 0 0-6.6z",
    "bell": "M6 17V11a6 6 0 0 1 12 0v6l2 1H4zM10 21h4",
    "leaf": "M5 19C5 9 10 5 20 4c0 10-4 15-12 15M5 21q3-8 9-11",
    "phone": "M6 3h4l2 5-3 2q2 4 5 5l2-3 5 2v4q-1 3-4 3C9 20 4 13 4 6q0-3 2-3z",
    "hand": "M5 21v-7l-2-4 2-1 3 4V5h2v6V3h2v8V4h2v8V7h2v8q0 6-5 6z",
    "book": "M4 5q4-2 8 1 4-3 8-1v14q-4-2-8 1-4-3-8-1zM12 6v14",
    "ballot": "M4 12v8h16v-8M8 12l4 3 8-9M8 4h8",
    "clock": "M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18zM12 7v5l4 2",
    "way": "M12 21s6-6 6-11a6 6 0 0 0-12 0c0 5 6 11 6 11zM12 8a2 2 0 1 0 0 4 2 2 0 0 0 0-4z",
    "home": "M3 11l9-8 9 8M6 9v11h12V9M10 20v-6h4v6",
    "tick": "M4 13l5 5L20 6",
    "back": "M15 5l-7 7 7 7",
    "meter": "M12 4a9 9 0 0 0-9 9c0 2 .6 4 2 6h14c1.4-2 2-4 2-6a9 9 0 0 0-9-9zM12 15l4-6",
    "print": "M7 9V3h10v6M7 17H4V9h16v8h-3M7 14h10v7H7z",
}


@register.simple_tag
def icon(name: str) -> SafeString:
    """A picture for eyes only: the words beside it say the same."""
    return format_html(
        '<svg viewBox="0 0 24 24" aria-hidden="true" fill="none" stroke="currentColor" stroke-width="2" '
        'stroke-linejoin="round" stroke-linecap="round"><path d="{}"/></svg>',
        ICONS[name],
    )


@register.filter
def sort_of(problem: Problem) -> str:
    """What a problem is about, in words."""
    return problem.category.name(get_language())


@register.filter
def category_name(category: Category) -> str:
    """The name of a category of problems, in the language of the moment."""
    return category.name(get_language())


@register.simple_tag
def text(words: Mapping[str, str]) -> str:
    """The one of *words*, by language, that the visitor reads."""
    return words[nearest(get_language())]


@register.simple_tag
def span(ends: tuple[Decimal, Decimal], unit: str) -> str:
    """From the lower to the higher of two *ends*, in whole numbers of *unit*."""
    low, high = (Decimal(round(end)) for end in ends)
    return (
        say(high, unit, nearest(get_language()))
        if low == high
        else f"{number(low)}–{say(high, unit, nearest(get_language()))}"
    )


@register.filter
def qr(address: str) -> SafeString:
    """The QR code of *address*."""
    return mark_safe(svg(address, sized=False))  # segno draws it, and nothing that anybody typed stands in a drawing


@register.filter
def clock(seconds: int | None) -> str:
    """Seconds as minutes and seconds, ``7:05``; a dash for what is unknown."""
    return "—" if seconds is None else f"{seconds // 60}:{seconds % 60:02}"
