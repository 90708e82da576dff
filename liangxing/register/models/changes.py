"""How the register itself changes: asked for, looked at by a second person; and two that were one, put together."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from liangxing.records.models import Event


class ChangeRequest(Event):
    """Somebody asks that a base fact be told otherwise. ``changes``: canonical JSON, column to text as in the form."""

    personal = ("changes", "why")

    kind = models.CharField(_("kind of record"), max_length=60)
    target = models.UUIDField(_("the fact"), db_index=True)
    changes = models.TextField(_("changes"))
    why = models.CharField(_("why"), max_length=200)

    class Meta(Event.Meta):
        verbose_name = _("change request")
        verbose_name_plural = _("change requests")


class ChangeReview(Event):
    """What the reviewer, who is not the one who asked, said to it."""

    natural = ("request",)

    request = models.ForeignKey(ChangeRequest, models.PROTECT, verbose_name=_("change request"), related_name="+")
    accepted = models.BooleanField(_("accepted"))

    class Meta(Event.Meta):
        verbose_name = _("change review")
        verbose_name_plural = _("change reviews")


class Merge(Event):
    """Two facts were one: ``merged`` was struck, and what referred to it refers to ``kept``. Struck when undone."""

    kind = models.CharField(_("kind of record"), max_length=60)
    kept = models.UUIDField(_("kept fact"), db_index=True)
    merged = models.UUIDField(_("merged fact"), db_index=True)

    class Meta(Event.Meta):
        verbose_name = _("merge")
        verbose_name_plural = _("merges")


class Unlike(Event):
    """Two facts that look like one were looked at, and are two: nobody is asked about them again."""

    natural = ("kind", "one", "other")

    kind = models.CharField(_("kind of record"), max_length=60)
    one = models.UUIDField(_("one fact"), db_index=True)
    other = models.UUIDField(_("the other fact"), db_index=True)

    class Meta(Event.Meta):
        verbose_name = _("pair that is two")
        verbose_name_plural = _("pairs that are two")
