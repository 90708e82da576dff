"""The place as a Django app."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class Open311Config(AppConfig):
    """Where other programs report problems, and read how far they have come."""

    name = "liangxing.places.open311"
    verbose_name = _("Open311")
    at = "open311/"
