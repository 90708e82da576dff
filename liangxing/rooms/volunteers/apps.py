"""The room as a Django app."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class VolunteersConfig(AppConfig):
    """The room of volunteers."""

    name = "liangxing.rooms.volunteers"
    verbose_name = _("Volunteering")
