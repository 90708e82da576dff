"""The place as a Django app."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class DeskConfig(AppConfig):
    """The desk of those who work with the records."""

    name = "liangxing.places.desk"
    verbose_name = _("Desk")
