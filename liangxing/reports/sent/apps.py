"""What was sent, as a Django app."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class SentConfig(AppConfig):
    """Reports, forms and posters that left the house."""

    name = "liangxing.reports.sent"
    verbose_name = _("Sent")
    at = "reports/sent/"
