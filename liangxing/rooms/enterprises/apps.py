"""The room as a Django app."""

from django.apps import AppConfig


class EnterprisesConfig(AppConfig):
    """The room of enterprises."""

    name = "liangxing.rooms.enterprises"
