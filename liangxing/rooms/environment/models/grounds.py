"""The grounds: where one parks, what was cleared away."""

from __future__ import annotations

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from liangxing.activities.models import Activity
from liangxing.records.models import Event
from liangxing.register.models import Estate, Place
from liangxing.register.models.territory import Coded, check_geometry


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


class Clearance(Event):
    """Plastic litter and other waste cleared away, by weight when it was weighed."""

    natural = ("code",)

    code = models.CharField(_("code"), max_length=40)
    activity = models.ForeignKey(
        Activity, models.PROTECT, verbose_name=_("activity"), related_name="+", null=True, blank=True
    )
    mass_kg = models.DecimalField(_("mass (kg)"), max_digits=8, decimal_places=2, null=True, blank=True)

    class Meta(Event.Meta):
        verbose_name = _("clearance of litter")
        verbose_name_plural = _("clearances of litter")
        constraints = [
            *Event.Meta.constraints,
            models.CheckConstraint(condition=Q(mass_kg=None) | Q(mass_kg__gt=0), name="clearance_has_mass"),
        ]
