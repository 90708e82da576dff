"""The room as a Django app."""

from django.apps import AppConfig


class VolunteersConfig(AppConfig):
    """The room of volunteers."""

    name = "liangxing.rooms.volunteers"
