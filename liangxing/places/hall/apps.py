"""The place as a Django app."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class HallConfig(AppConfig):
    """The residents' hall."""

    name = "liangxing.places.hall"
    verbose_name = _("Hall")
