"""The place as a Django app."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class SavedConfig(AppConfig):
    """What was saved, for everybody."""

    name = "liangxing.places.saved"
    verbose_name = _("What was saved")
