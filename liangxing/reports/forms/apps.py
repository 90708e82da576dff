"""Departments' forms as a Django app."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class FormsConfig(AppConfig):
    """Forms that departments ask for, filled from what is recorded."""

    name = "liangxing.reports.forms"
    label = "onetable"  # Django's own app of forms has the other name
    verbose_name = _("Departments' forms")
    at = "reports/forms/"
