"""The room as a Django app."""

from django.apps import AppConfig


class SafetyConfig(AppConfig):
    """The room of safety."""

    name = "liangxing.rooms.safety"
