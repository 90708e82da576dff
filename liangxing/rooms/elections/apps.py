"""The room as a Django app."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class ElectionsConfig(AppConfig):
    """The room of elections."""

    name = "liangxing.rooms.elections"
    verbose_name = _("Elections and assembly")
