"""The records floor as a Django app."""

from django.apps import AppConfig
from django.utils.module_loading import autodiscover_modules


class RecordsConfig(AppConfig):
    """Floor 2."""

    name = "liangxing.records"

    def ready(self) -> None:
        """Find what every floor and room says that its records ask for."""
        autodiscover_modules("due")
