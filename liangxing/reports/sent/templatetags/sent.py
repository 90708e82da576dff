"""On the page of a record: what was built on it."""

from __future__ import annotations

from django import template

from liangxing.records.models import Record
from liangxing.reports.sent.standing import Standing, built

register = template.Library()


@register.simple_tag
def sent_with(record: Record) -> list[Standing]:
    """What was sent and rests on *record*, that that no longer hold first."""
    return sorted(built(record), key=lambda each: each.holds)
