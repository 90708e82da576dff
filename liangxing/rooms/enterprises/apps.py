"""The room as a Django app."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class EnterprisesConfig(AppConfig):
    """The room of enterprises."""

    name = "liangxing.rooms.enterprises"
    verbose_name = _("Enterprises in buildings")
