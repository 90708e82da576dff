"""What a worker decided of a photo of a report: nobody else decides what the public sees of people."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from liangxing.records.models import Event


class PhotoReview(Event):
    """A worker has looked at a photo: it is shown to everybody, or stays with those who work on the report.

    ``piece``: the fact of the piece of evidence.
    """

    natural = ("piece",)

    piece = models.UUIDField(_("photo"), db_index=True)
    shown = models.BooleanField(_("shown to everybody"), default=False)

    class Meta(Event.Meta):
        verbose_name = _("photo that was looked at")
        verbose_name_plural = _("photos that were looked at")
