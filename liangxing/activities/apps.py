"""The calendar as a Django app."""

from django.apps import AppConfig


class ActivitiesConfig(AppConfig):
    """Floor 6."""

    name = "liangxing.activities"
