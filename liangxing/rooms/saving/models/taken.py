"""Saving measures of households, and rules in public rooms."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from liangxing.records.models import Spell
from liangxing.register.models import Household, Place


class SavingMeasure(Spell):
    """Something that a household put in to use less, from the day it is there."""

    class Sort(models.TextChoices):
        """What the community's own report promotes."""

        APPLIANCE = "appliance", _("energy-saving appliance")
        LAMP = "lamp", _("energy-saving lamp")
        STOVE = "stove", _("energy-saving stove")
        CLEAN = "clean-energy", _("clean energy")
        INSULATION = "insulation", _("insulating, environment-friendly building material")

    natural = ("household", "sort", "day")
    begins = ("measure", "sort")

    household = models.ForeignKey(Household, models.PROTECT, verbose_name=_("household"), related_name="+")
    sort = models.CharField(_("sort of saving measure"), max_length=12, choices=Sort)
    product = models.CharField(_("product"), max_length=80, blank=True)
    amount_cny = models.DecimalField(_("cost (yuan)"), max_digits=10, decimal_places=2, null=True, blank=True)

    class Meta(Spell.Meta):
        verbose_name = _("saving measure")
        verbose_name_plural = _("saving measures")


class CoolingRule(Spell):
    """The temperature below which a public room is not cooled in summer."""

    natural = ("place",)

    place = models.ForeignKey(Place, models.PROTECT, verbose_name=_("place"), related_name="+")
    summer_cel = models.DecimalField(_("summer setting (°C)"), max_digits=4, decimal_places=1)

    class Meta(Spell.Meta):
        verbose_name = _("cooling rule")
        verbose_name_plural = _("cooling rules")
