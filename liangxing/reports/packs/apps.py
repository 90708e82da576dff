"""Evidence packs as a Django app: they bring pages, and the script that checks a pack in the browser."""

from django.apps import AppConfig


class PacksConfig(AppConfig):
    """Part of floor 9."""

    name = "liangxing.reports.packs"
    at = "verify/"  # what people come for
