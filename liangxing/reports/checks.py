"""A body with a bare figure stops the start, and not only the build."""

from __future__ import annotations

from typing import Any

from django.core.checks import Error, register

from .books import BOOKS
from .lint import bare_figures


@register
def bodies_hold(app_configs: Any = None, **kwargs: Any) -> list[Error]:
    """The start-up check itself."""
    return [Error(fault, id="reports.E1") for body in sorted(BOOKS.glob("*/body.*.md")) for fault in bare_figures(body)]
