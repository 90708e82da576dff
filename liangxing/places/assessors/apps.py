"""The place as a Django app."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class AssessorsConfig(AppConfig):
    """The assessors' door."""

    name = "liangxing.places.assessors"
    verbose_name = _("Assessors' door")
    at = "assessors/"
