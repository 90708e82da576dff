"""The station, its cases and visits."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from liangxing.records.models import Event
from liangxing.register.models import Household, Place
from liangxing.register.models.territory import Coded, Named


class Station(Named):
    """A social-work station."""

    place = models.ForeignKey(Place, models.PROTECT, verbose_name=_("place"), related_name="+", null=True, blank=True)

    class Meta(Named.Meta):
        verbose_name = _("social-work station")
        verbose_name_plural = _("social-work stations")


class Case(Coded):
    """A household that social work accompanies, until the case is closed. ``sort``: an open set."""

    confidential = True

    household = models.ForeignKey(Household, models.PROTECT, verbose_name=_("household"), related_name="+")
    sort = models.CharField(_("sort of case"), max_length=24)

    class Meta(Coded.Meta):
        verbose_name = _("case")
        verbose_name_plural = _("cases")


class Visit(Event):
    """A visit in a case."""

    natural = ("case", "day")
    confidential = True

    case = models.ForeignKey(Case, models.PROTECT, verbose_name=_("case"), related_name="+")
    duration_min = models.PositiveSmallIntegerField(_("duration (minutes)"), null=True, blank=True)

    class Meta(Event.Meta):
        verbose_name = _("visit")
        verbose_name_plural = _("visits")
