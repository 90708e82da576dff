"""The format check as a Django app."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class FormatConfig(AppConfig):
    """Keeps no records: a file is read, and forgotten."""

    name = "liangxing.reports.format"
    verbose_name = _("Format check")
    at = "reports/format/"
