"""The room as a Django app."""

from django.apps import AppConfig


class EnvironmentConfig(AppConfig):
    """The room of environment."""

    name = "liangxing.rooms.environment"
