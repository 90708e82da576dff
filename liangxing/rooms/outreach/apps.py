"""The room as a Django app."""

from django.apps import AppConfig


class OutreachConfig(AppConfig):
    """The room of outreach."""

    name = "liangxing.rooms.outreach"
