"""What is next in the guided start, on pages that are not its own."""

from __future__ import annotations

from typing import Any

from django import template
from django.template import Context

from liangxing.places.start.steps import follows

register = template.Library()


@register.inclusion_tag("start/next.html", takes_context=True)
def start_next(context: Context) -> dict[str, Any]:
    """The first step that is left, for whoever may go it; nothing for all others."""
    request = context["request"]
    rights = getattr(request, "rights", None)
    step = follows(request.community) if rights and rights.may("appoint") else None
    return {"request": request, "step": step}
