"""Drills."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from liangxing.activities.models import Activity
from liangxing.records.models import Event
from liangxing.register.models import Building


class Drill(Event):
    """A drill; the activity says when, where and how many came. ``duration_s``: from the alarm to the last one out."""

    natural = ("activity",)

    activity = models.ForeignKey(Activity, models.PROTECT, verbose_name=_("activity"), related_name="+")
    building = models.ForeignKey(
        Building, models.PROTECT, verbose_name=_("building"), related_name="+", null=True, blank=True
    )
    took_part = models.PositiveIntegerField(_("took part (people)"), null=True, blank=True)
    duration_s = models.PositiveIntegerField(_("duration (seconds)"), null=True, blank=True)

    class Meta(Event.Meta):
        verbose_name = _("drill")
        verbose_name_plural = _("drills")
