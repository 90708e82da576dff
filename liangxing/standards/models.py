"""Assessments that were frozen, with what each clause found."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from liangxing.records.models import Event


class Assessment(Event):
    """A standard was held against the records; ``day``: the day looked at, ``known_at``: the moment of knowledge."""

    standard = models.CharField(_("standard"), max_length=60)
    known_at = models.DateTimeField(_("known at"))

    class Meta(Event.Meta):
        verbose_name = _("assessment")
        verbose_name_plural = _("assessments")


class ClauseFinding(Event):
    """What one clause found in an assessment; ``value`` as text, exact, empty when unknown."""

    assessment = models.ForeignKey(Assessment, models.PROTECT, verbose_name=_("assessment"), related_name="+")
    number = models.CharField(_("clause"), max_length=20)
    finding = models.CharField(_("finding"), max_length=8)
    value = models.CharField(_("value"), max_length=200, blank=True)

    class Meta(Event.Meta):
        verbose_name = _("finding")
        verbose_name_plural = _("findings")
