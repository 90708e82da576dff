"""Waste that left: what rounds weighed bin by bin, what the weighbridge said, and what recyclables brought in."""

from __future__ import annotations

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from liangxing.records.models import Event

from .waste import CollectionPoint, SortedBin


class Emptying(Event):
    """A bin, or all of a collection point, emptied on a round and weighed; ``turn``: the how-manieth time of the day.

    ``waste_class`` is a class of the edition in force on the day (``sorting/classes.toml``).
    """

    natural = ("day", "bin", "point", "waste_class", "turn")

    bin = models.ForeignKey(
        SortedBin, models.PROTECT, verbose_name=_("sorted bin"), related_name="+", null=True, blank=True
    )
    point = models.ForeignKey(
        CollectionPoint, models.PROTECT, verbose_name=_("collection point"), related_name="+", null=True, blank=True
    )
    waste_class = models.CharField(_("class of waste"), max_length=16)
    mass_kg = models.DecimalField(_("mass (kg)"), max_digits=8, decimal_places=2)
    turn = models.PositiveSmallIntegerField(_("time of the day"), default=1)

    class Meta(Event.Meta):
        verbose_name = _("weight of a round")
        verbose_name_plural = _("weights of rounds")
        constraints = [
            *Event.Meta.constraints,
            models.CheckConstraint(condition=Q(mass_kg__gte=0), name="emptying_is_not_negative"),
            models.CheckConstraint(
                condition=~Q(bin=None, point=None),
                name="emptying_has_a_place",
                violation_error_message=_("Say which bin or which collection point was emptied."),
            ),
        ]


class WeighSlip(Event):
    """What a weighbridge printed for one load; ``code``: the number on the slip, ``vehicle``: the car, and no driver.

    An empty ``waste_class``: the slip does not say. ``mass_kg`` is the net weight.
    """

    natural = ("code",)

    code = models.CharField(_("number of the slip"), max_length=40)
    waste_class = models.CharField(_("class of waste"), max_length=16, blank=True)
    mass_kg = models.DecimalField(_("net mass (kg)"), max_digits=9, decimal_places=2)
    gross_kg = models.DecimalField(_("gross mass (kg)"), max_digits=9, decimal_places=2, null=True, blank=True)
    tare_kg = models.DecimalField(_("empty mass (kg)"), max_digits=9, decimal_places=2, null=True, blank=True)
    vehicle = models.CharField(_("vehicle"), max_length=20, blank=True)
    taken_to = models.CharField(_("taken to"), max_length=80, blank=True)

    class Meta(Event.Meta):
        verbose_name = _("weighbridge slip")
        verbose_name_plural = _("weighbridge slips")
        constraints = [
            *Event.Meta.constraints,
            models.CheckConstraint(condition=Q(mass_kg__gt=0), name="weighslip_has_mass"),
        ]


class RecyclableSale(Event):
    """Recyclables sold: what kind of ``buyer`` (an open set, no names), and what the money was ``spent_on``."""

    natural = ("code",)

    code = models.CharField(_("code"), max_length=40)
    material = models.CharField(_("material"), max_length=16, blank=True)
    mass_kg = models.DecimalField(_("mass (kg)"), max_digits=9, decimal_places=2)
    amount_cny = models.DecimalField(_("amount (yuan)"), max_digits=10, decimal_places=2)
    buyer = models.CharField(_("kind of buyer"), max_length=16, blank=True)
    spent_on = models.CharField(_("what the money was used for"), max_length=120, blank=True)

    class Meta(Event.Meta):
        verbose_name = _("sale of recyclables")
        verbose_name_plural = _("sales of recyclables")
        constraints = [
            *Event.Meta.constraints,
            models.CheckConstraint(condition=Q(mass_kg__gt=0, amount_cny__gte=0), name="recyclablesale_has_mass"),
        ]
