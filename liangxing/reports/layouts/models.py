"""Which Word file a report is printed with, instead of the shipped one."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from liangxing.records.models import Event


class Layout(Event):
    """The layout of a report in one language, in use since ``day``. A new version is a correction; struck: not in use.

    ``sha256``: its file in the store of evidence, attached to this record as a piece.
    """

    natural = ("book", "language")
    withheld = ("name",)

    book = models.CharField(_("report"), max_length=60)
    language = models.CharField(_("language"), max_length=8)
    sha256 = models.CharField(_("SHA-256"), max_length=64)
    name = models.CharField(_("file name"), max_length=120)

    class Meta(Event.Meta):
        verbose_name = _("layout of a report")
        verbose_name_plural = _("layouts of reports")

    def __str__(self) -> str:
        return self.name
