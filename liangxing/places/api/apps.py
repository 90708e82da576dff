"""The place as a Django app."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class ApiConfig(AppConfig):
    """The door for programs."""

    name = "liangxing.places.api"
    verbose_name = _("Door for programs")
    at = "api/"
