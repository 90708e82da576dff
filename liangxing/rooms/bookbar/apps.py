"""The room as a Django app."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class BookbarConfig(AppConfig):
    """The room of bookbar."""

    name = "liangxing.rooms.bookbar"
    verbose_name = _("Book bar")
