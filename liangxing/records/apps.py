"""The records floor as a Django app."""

from django.apps import AppConfig


class RecordsConfig(AppConfig):
    """Floor 2."""

    name = "liangxing.records"
