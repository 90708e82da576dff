"""Jobs as a Django app."""

from django.apps import AppConfig


class JobsConfig(AppConfig):
    """Floor 1½."""

    name = "liangxing.jobs"
