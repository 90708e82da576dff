"""The room as a Django app."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class SavingConfig(AppConfig):
    """The room of saving."""

    name = "liangxing.rooms.saving"
    verbose_name = _("Household saving")
