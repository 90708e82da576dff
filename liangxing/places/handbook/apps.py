"""The place as a Django app."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class HandbookConfig(AppConfig):
    """The handbook."""

    name = "liangxing.places.handbook"
    verbose_name = _("Handbook")
    at = "handbook/"
