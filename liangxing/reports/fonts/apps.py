"""The fonts of an office, as a Django app."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class FontsConfig(AppConfig):
    """Files beside the database: a font is no fact of the community."""

    name = "liangxing.reports.fonts"
    verbose_name = _("Fonts")
    at = "reports/fonts/"
