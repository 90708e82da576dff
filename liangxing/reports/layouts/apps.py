"""Layouts as a Django app."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class LayoutsConfig(AppConfig):
    """Word files that offices made of ours."""

    name = "liangxing.reports.layouts"
    verbose_name = _("Layouts")
    at = "reports/layouts/"
