"""The register as a Django app."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class RegisterConfig(AppConfig):
    """Floor 5."""

    name = "liangxing.register"
    verbose_name = _("Register")
