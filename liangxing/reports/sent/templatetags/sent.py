"""On the page of a record: what was built on it."""

from __future__ import annotations

from django import template

from liangxing.records.models import Record
from liangxing.reports.sent.living import Living, built_on

register = template.Library()


@register.simple_tag
def sent_with(record: Record) -> list[Living]:
    """The figures that were sent and rest on *record*, those that no longer hold first."""
    return sorted(built_on(record), key=lambda each: each.holds)
