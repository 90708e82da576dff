"""The reports as a Django app."""

from django.apps import AppConfig


class ReportsConfig(AppConfig):
    """Floor 9."""

    name = "liangxing.reports"

    def ready(self) -> None:
        """Have every body checked at start-up."""
        from . import checks  # noqa: F401 - Django has no models before this
