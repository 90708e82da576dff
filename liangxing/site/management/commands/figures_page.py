"""``python manage.py figures_page``: write ``docs/figures.md`` anew."""

from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand

from liangxing.site.figures_page import PAGE, text


class Command(BaseCommand):
    """Write the page of all measures."""

    help = "Write docs/figures.md from the declarations of the measures."

    def handle(self, *args: Any, **options: Any) -> None:
        """Write it."""
        PAGE.write_text(text(), "utf-8")
