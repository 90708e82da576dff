"""A piece of evidence: which content proves which fact, or every record that an act told."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from liangxing.records.models import Event


class Piece(Event):
    """One file that proves something. ``proves``: the fact, or the act whose every record it proves.

    ``sort`` is what an assessor would call it (the evidence kinds of ``standards/catalogue``): an open set, for a
    channel may bring a sort of its own. ``day``: when the picture was taken or the paper written.
    """

    natural = ("sha256", "proves")
    withheld = ("name",)  # files are called after the people in them

    proves = models.UUIDField(_("proves"), db_index=True)
    sha256 = models.CharField(_("SHA-256"), max_length=64)
    media_type = models.CharField(_("media type"), max_length=80)
    size_bytes = models.PositiveBigIntegerField(_("size (bytes)"))
    name = models.CharField(_("file name"), max_length=120)
    sort = models.CharField(_("sort of evidence"), max_length=20)
    channel = models.CharField(_("channel"), max_length=20)

    class Meta(Event.Meta):
        verbose_name = _("piece of evidence")
        verbose_name_plural = _("pieces of evidence")

    def __str__(self) -> str:
        return self.name
