"""A text with what was looked for marked in it."""

from __future__ import annotations

from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe

from .words import Asked, folded

AROUND = 30  # characters before the first hit
LONGEST = 110  # characters of a snippet: two lines on a phone


def marked(text: str, asked: Asked, *, whole: bool = False) -> SafeString:
    """*text*, escaped, its hits in ``<mark>``; unless *whole*, only the part around the first hit."""
    told, came_from = folded(text)
    hit = {came_from[n] for first, after in asked.spots(told) for n in range(first, after)}
    first = 0 if whole or len(text) <= LONGEST else max(0, min(hit, default=0) - AROUND)
    after = len(text) if whole else min(len(text), first + LONGEST)
    found, inside = ["…" if first else ""], False
    for n in range(first, after):
        if (n in hit) != inside:
            inside = not inside
            found.append("<mark>" if inside else "</mark>")
        found.append(str(escape(text[n])))
    found.append(("</mark>" if inside else "") + ("…" if after < len(text) else ""))
    return mark_safe("".join(found))
