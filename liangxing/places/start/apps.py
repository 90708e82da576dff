"""The place as a Django app."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class StartConfig(AppConfig):
    """The guided start of a new community."""

    name = "liangxing.places.start"
    verbose_name = _("Guided start")
    at = "start/"
