"""The room as a Django app."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class OutreachConfig(AppConfig):
    """The room of outreach."""

    name = "liangxing.rooms.outreach"
    verbose_name = _("Publicity and pledges")
