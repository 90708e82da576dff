"""The place as a Django app."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class SearchConfig(AppConfig):
    """Search, below the community's address."""

    name = "liangxing.places.search"
    label = "search"
    verbose_name = _("Search")
