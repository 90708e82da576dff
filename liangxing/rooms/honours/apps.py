"""The room as a Django app."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class HonoursConfig(AppConfig):
    """The room of honours."""

    name = "liangxing.rooms.honours"
    verbose_name = _("Honours")
