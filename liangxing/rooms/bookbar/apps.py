"""The room as a Django app."""

from django.apps import AppConfig


class BookbarConfig(AppConfig):
    """The room of bookbar."""

    name = "liangxing.rooms.bookbar"
