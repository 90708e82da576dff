"""The room as a Django app."""

from django.apps import AppConfig


class ElectionsConfig(AppConfig):
    """The room of elections."""

    name = "liangxing.rooms.elections"
