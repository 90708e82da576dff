"""The register of forms as a Django app."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class AdmissionConfig(AppConfig):
    """Forms that are asked of the community, their terms, and their returns."""

    name = "liangxing.reports.admission"
    verbose_name = _("Register of forms")
    at = "reports/register/"
