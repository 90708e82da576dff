"""The room as a Django app."""

from django.apps import AppConfig


class GovernanceConfig(AppConfig):
    """The room of governance."""

    name = "liangxing.rooms.governance"
