"""The room as a Django app."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class CaseworkConfig(AppConfig):
    """The room of casework."""

    name = "liangxing.rooms.casework"
    verbose_name = _("Social work")
