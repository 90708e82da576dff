"""A wrong book stops the start, and not an inspection."""

from __future__ import annotations

from typing import Any

from django.core.checks import Error, register

from .reading import faults


@register
def books_hold(app_configs: Any = None, **kwargs: Any) -> list[Error]:
    """The start-up check itself."""
    return [Error(fault, id="standards.E1") for fault in faults()]
