"""The room as a Django app."""

from django.apps import AppConfig


class CaseworkConfig(AppConfig):
    """The room of casework."""

    name = "liangxing.rooms.casework"
