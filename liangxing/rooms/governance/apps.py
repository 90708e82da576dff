"""The room as a Django app."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class GovernanceConfig(AppConfig):
    """The room of governance."""

    name = "liangxing.rooms.governance"
    verbose_name = _("Self-government")
