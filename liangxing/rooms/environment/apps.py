"""The room as a Django app."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class EnvironmentConfig(AppConfig):
    """The room of environment."""

    name = "liangxing.rooms.environment"
    verbose_name = _("Environment")
