"""The burden of forms as a Django app."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class BurdenConfig(AppConfig):
    """The meter of what forms cost, and the bill that goes to whom the departments answer."""

    name = "liangxing.reports.burden"
    verbose_name = _("Burden of forms")
    at = "reports/burden/"
