"""Complaints about noise, and the steps that the law lays on a committee: dissuade, mediate, report."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from liangxing.records.models import Event
from liangxing.register.models import Building, Household, Place
from liangxing.register.models.territory import Coded


class NoiseComplaint(Coded):
    """Noise that somebody suffers from; it ends on the day on which it is settled. ``sort``: an open set.

    Confidential: who complained, and that there was a complaint at all, is for those who work on it. ``place`` and
    ``building`` are where the noise comes from; ``household`` complained, none when nobody gave a name.
    """

    confidential = True
    personal = ("household", "text")

    sort = models.CharField(_("sort of noise"), max_length=16, default="other")
    place = models.ForeignKey(Place, models.PROTECT, verbose_name=_("place"), related_name="+", null=True, blank=True)
    building = models.ForeignKey(
        Building, models.PROTECT, verbose_name=_("building it comes from"), related_name="+", null=True, blank=True
    )
    text = models.CharField(_("what is heard, and when"), max_length=300, blank=True)
    household = models.ForeignKey(
        Household, models.PROTECT, verbose_name=_("household that complained"), related_name="+", null=True, blank=True
    )

    class Meta(Coded.Meta):
        verbose_name = _("noise complaint")
        verbose_name_plural = _("noise complaints")


class NoiseStep(Event):
    """What the committee did about a complaint, and whether it helped; ``department``: to whom it was reported."""

    class Step(models.TextChoices):
        """The steps in their order (``sorting/noise.toml`` says by which article, and when they are due)."""

        DISSUADE = "dissuade", _("dissuaded")
        MEDIATE = "mediate", _("mediated")
        REPORT = "report", _("reported to the department")

    confidential = True
    personal = ("text",)
    natural = ("complaint", "step", "day")

    complaint = models.ForeignKey(NoiseComplaint, models.PROTECT, verbose_name=_("noise complaint"), related_name="+")
    step = models.CharField(_("step"), max_length=8, choices=Step)
    settled = models.BooleanField(_("settled by it"), default=False)
    department = models.CharField(_("department"), max_length=80, blank=True)
    text = models.CharField(_("what was done"), max_length=300, blank=True)

    class Meta(Event.Meta):
        verbose_name = _("step on noise")
        verbose_name_plural = _("steps on noise")
