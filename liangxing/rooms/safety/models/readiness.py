"""What stands ready: stores, teams, shelters, plans, money, grids."""

from __future__ import annotations

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from liangxing.records.models import Event, Spell
from liangxing.register.models import Building, Place
from liangxing.register.models.territory import Named


class Resource(Named):
    """Something in store for an emergency; ``until``: its last day, when it expires."""

    sort = models.CharField(_("sort of resource"), max_length=24)
    pieces = models.PositiveIntegerField(_("pieces"))
    worth_cny = models.DecimalField(_("worth (yuan)"), max_digits=12, decimal_places=2, null=True, blank=True)

    class Meta(Named.Meta):
        verbose_name = _("emergency resource")
        verbose_name_plural = _("emergency resources")


class Team(Named):
    """A team for emergencies. ``sort``: ``rescue``, ``informants``, ``militia``, …: an open set."""

    sort = models.CharField(_("sort of team"), max_length=24)
    people = models.PositiveSmallIntegerField(_("people"))

    class Meta(Named.Meta):
        verbose_name = _("emergency team")
        verbose_name_plural = _("emergency teams")


class Shelter(Named):
    """An emergency shelter."""

    place = models.ForeignKey(Place, models.PROTECT, verbose_name=_("place"), related_name="+", null=True, blank=True)
    area_m2 = models.DecimalField(_("area (m²)"), max_digits=9, decimal_places=2, null=True, blank=True)
    capacity = models.PositiveIntegerField(_("capacity (people)"), null=True, blank=True)

    class Meta(Named.Meta):
        verbose_name = _("emergency shelter")
        verbose_name_plural = _("emergency shelters")


class Plan(Named):
    """A paper that must be in force. ``sort``: ``emergency-plan``, ``risk-map``, ``rules``, …: an open set."""

    sort = models.CharField(_("sort of plan"), max_length=24)

    class Meta(Named.Meta):
        verbose_name = _("plan or list")
        verbose_name_plural = _("plans and lists")


class Fund(Event):
    """Money set aside for disaster reduction."""

    natural = ("code",)

    code = models.CharField(_("code"), max_length=40)
    amount_cny = models.DecimalField(_("amount (yuan)"), max_digits=12, decimal_places=2)

    class Meta(Event.Meta):
        verbose_name = _("disaster-reduction fund")
        verbose_name_plural = _("disaster-reduction funds")
        constraints = [
            *Event.Meta.constraints,
            models.CheckConstraint(condition=Q(amount_cny__gt=0), name="fund_is_something"),
        ]


class GridDuty(Spell):
    """A building lies in somebody's grid."""

    natural = ("building",)

    building = models.ForeignKey(Building, models.PROTECT, verbose_name=_("building"), related_name="+")

    class Meta(Spell.Meta):
        verbose_name = _("building in a grid")
        verbose_name_plural = _("buildings in a grid")
