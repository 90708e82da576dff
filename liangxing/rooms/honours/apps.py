"""The room as a Django app."""

from django.apps import AppConfig


class HonoursConfig(AppConfig):
    """The room of honours."""

    name = "liangxing.rooms.honours"
