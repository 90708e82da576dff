"""The grounds: where one parks and charges, what is green, which fire lanes were blocked, what was cleared away."""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from liangxing.activities.models import Activity
from liangxing.records.models import Event
from liangxing.register.models import Building, Estate, Place
from liangxing.register.models.territory import Coded, Named, check_geometry


class ParkingPlaces(Coded):
    """Parking places that were added together; ``places``: how many."""

    estate = models.ForeignKey(
        Estate, models.PROTECT, verbose_name=_("estate"), related_name="+", null=True, blank=True
    )
    road = models.ForeignKey(Place, models.PROTECT, verbose_name=_("road"), related_name="+", null=True, blank=True)
    places = models.PositiveSmallIntegerField(_("parking places"))
    geometry = models.TextField(_("geometry (GeoJSON)"), blank=True, validators=[check_geometry])

    class Meta(Coded.Meta):
        verbose_name = _("added parking")
        verbose_name_plural = _("added parking")


class ChargingPlaces(Coded):
    """Places where vehicles are charged, put up together; ``sort``: ``bicycle`` for electric bicycles, ``car``."""

    estate = models.ForeignKey(
        Estate, models.PROTECT, verbose_name=_("estate"), related_name="+", null=True, blank=True
    )
    road = models.ForeignKey(Place, models.PROTECT, verbose_name=_("road"), related_name="+", null=True, blank=True)
    sort = models.CharField(_("charged there"), max_length=16, default="bicycle")
    places = models.PositiveSmallIntegerField(_("charging places"))

    class Meta(Coded.Meta):
        verbose_name = _("charging places")
        verbose_name_plural = _("charging places")


class BlockedLane(Coded):
    """A fire lane that was found blocked, until it was cleared; ``sort``: what stood there, an open set.

    ``found_at`` and ``cleared_at``: on the clock of the place, when somebody looked at it.
    """

    building = models.ForeignKey(
        Building, models.PROTECT, verbose_name=_("building"), related_name="+", null=True, blank=True
    )
    place = models.ForeignKey(Place, models.PROTECT, verbose_name=_("place"), related_name="+", null=True, blank=True)
    sort = models.CharField(_("what stood there"), max_length=16, default="car")
    found_at = models.TimeField(_("found at"), null=True, blank=True)
    cleared_at = models.TimeField(_("cleared at"), null=True, blank=True)

    class Meta(Coded.Meta):
        verbose_name = _("blocked fire lane")
        verbose_name_plural = _("blocked fire lanes")


class GreenArea(Named):
    """Ground that is green; ``sort``: ``lawn``, ``garden``, ``trees``, ``roof``, …: an open set."""

    estate = models.ForeignKey(
        Estate, models.PROTECT, verbose_name=_("estate"), related_name="+", null=True, blank=True
    )
    road = models.ForeignKey(Place, models.PROTECT, verbose_name=_("road"), related_name="+", null=True, blank=True)
    sort = models.CharField(_("sort of green"), max_length=16, default="lawn")
    area_m2 = models.DecimalField(_("area (m²)"), max_digits=9, decimal_places=2)
    geometry = models.TextField(_("geometry (GeoJSON)"), blank=True, validators=[check_geometry])

    class Meta(Named.Meta):
        verbose_name = _("green area")
        verbose_name_plural = _("green areas")
        constraints = [
            *Named.Meta.constraints,
            models.CheckConstraint(condition=Q(area_m2__gt=0), name="greenarea_has_area"),
        ]


class TreeCount(Event):
    """Trees of a green area looked at on one day: how many there ought to be, and how many of them are alive."""

    natural = ("green", "species", "day")

    green = models.ForeignKey(GreenArea, models.PROTECT, verbose_name=_("green area"), related_name="+")
    species = models.CharField(_("species"), max_length=40, blank=True)
    trees = models.PositiveSmallIntegerField(_("trees there ought to be"))
    alive = models.PositiveSmallIntegerField(_("of them alive"))

    class Meta(Event.Meta):
        verbose_name = _("count of trees")
        verbose_name_plural = _("counts of trees")
        constraints = [
            *Event.Meta.constraints,
            models.CheckConstraint(
                condition=Q(alive__lte=F("trees")),
                name="treecount_no_more_alive_than_there",
                violation_error_message=_("There cannot be more trees alive than there are trees."),
            ),
        ]


class Clearance(Event):
    """Plastic litter and other waste cleared away: from which place and area, and by weight when it was weighed.

    Who came, the ``activity`` says. ``sort``: ``litter`` for white pollution, ``sanitation`` for a day of cleaning.
    """

    natural = ("code",)

    code = models.CharField(_("code"), max_length=40)
    activity = models.ForeignKey(
        Activity, models.PROTECT, verbose_name=_("activity"), related_name="+", null=True, blank=True
    )
    sort = models.CharField(_("what was cleared"), max_length=16, default="litter")
    place = models.ForeignKey(Place, models.PROTECT, verbose_name=_("place"), related_name="+", null=True, blank=True)
    area_m2 = models.DecimalField(_("area cleared (m²)"), max_digits=9, decimal_places=2, null=True, blank=True)
    mass_kg = models.DecimalField(_("mass (kg)"), max_digits=8, decimal_places=2, null=True, blank=True)

    class Meta(Event.Meta):
        verbose_name = _("clearance of litter")
        verbose_name_plural = _("clearances of litter")
        constraints = [
            *Event.Meta.constraints,
            models.CheckConstraint(condition=Q(mass_kg=None) | Q(mass_kg__gt=0), name="clearance_has_mass"),
            models.CheckConstraint(condition=Q(area_m2=None) | Q(area_m2__gt=0), name="clearance_has_area"),
        ]

    def __str__(self) -> str:
        return self.code
