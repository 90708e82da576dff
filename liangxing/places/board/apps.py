"""The place as a Django app."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class BoardConfig(AppConfig):
    """The public board, which a community's address leads to."""

    name = "liangxing.places.board"
    verbose_name = _("Board")
    at = ""  # below the community's own address
