"""XLSForm as a Django app."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class XLSFormConfig(AppConfig):
    """Forms of departments that collect with ODK, KoboToolbox or another that reads XLSForm."""

    name = "liangxing.reports.xlsform"
    verbose_name = _("XLSForm")
    at = "reports/xlsform/"
