"""The year of activities, for any page that shows it beside something else."""

from __future__ import annotations

from typing import Any

from django import template
from django.template import Context
from django.utils.timezone import localdate

from liangxing.activities.views import year_in

register = template.Library()


@register.inclusion_tag("activities/year.html", takes_context=True)
def activity_year(context: Context) -> dict[str, Any]:
    """The strip of this year with its words and the way to the calendar; the page writes the heading above it."""
    request = context["request"]
    return {"request": request, "calendar": year_in(request.community, localdate().year), "linked": True}
