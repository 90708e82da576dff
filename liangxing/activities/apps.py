"""The calendar as a Django app."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class ActivitiesConfig(AppConfig):
    """Floor 6."""

    name = "liangxing.activities"
    verbose_name = _("Activities")
