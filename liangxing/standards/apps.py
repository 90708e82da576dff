"""The standards as a Django app."""

from django.apps import AppConfig


class StandardsConfig(AppConfig):
    """Floor 8."""

    name = "liangxing.standards"

    def ready(self) -> None:
        """Have every book checked at start-up."""
        from . import checks  # noqa: F401 - Django has no models before this
