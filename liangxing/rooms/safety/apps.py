"""The room as a Django app."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class SafetyConfig(AppConfig):
    """The room of safety."""

    name = "liangxing.rooms.safety"
    verbose_name = _("Disaster reduction")
