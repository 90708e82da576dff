"""The room as a Django app."""

from django.apps import AppConfig


class SavingConfig(AppConfig):
    """The room of saving."""

    name = "liangxing.rooms.saving"
