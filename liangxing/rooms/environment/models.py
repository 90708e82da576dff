"""Works, sorted bins, parking places, what was cleared away, and what residents report as out of order."""

from __future__ import annotations

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from liangxing.activities.models import Activity
from liangxing.records.models import Event
from liangxing.register.models import Building, Estate, Household, Place, Post
from liangxing.register.models.territory import Coded, check_geometry


class Works(Event):
    """A renovation, from the day it was accepted; pictures of before and after are its evidence.

    ``sort``: ``greening``, ``ditch``, ``railing``, ``sewer``, ``pavement``, ``signs``, …: an open set.
    """

    natural = ("code",)
    called = ("code", "name")

    code = models.CharField(_("code"), max_length=40)
    name = models.CharField(_("name"), max_length=80)
    sort = models.CharField(_("sort of works"), max_length=16)
    estate = models.ForeignKey(
        Estate, models.PROTECT, verbose_name=_("estate"), related_name="+", null=True, blank=True
    )
    road = models.ForeignKey(Place, models.PROTECT, verbose_name=_("road"), related_name="+", null=True, blank=True)
    cost_cny = models.DecimalField(_("cost (yuan)"), max_digits=12, decimal_places=2, null=True, blank=True)

    class Meta(Event.Meta):
        verbose_name = _("works")
        verbose_name_plural = _("works")

    def __str__(self) -> str:
        return self.name


class SortedBin(Coded):
    """A bin for sorted waste; ``edition``: the marking standard under which it was bought, for classes changed."""

    class Edition(models.TextChoices):
        """Editions of GB/T 19095, marks for sorted waste."""

        OF_2008 = "2008", "GB/T 19095-2008"
        OF_2019 = "2019", "GB/T 19095-2019"

    road = models.ForeignKey(Place, models.PROTECT, verbose_name=_("road"), related_name="+")
    edition = models.CharField(_("edition of the marking standard"), max_length=4, choices=Edition)
    geometry = models.TextField(_("geometry (GeoJSON)"), blank=True, validators=[check_geometry])

    class Meta(Coded.Meta):
        verbose_name = _("sorted bin")
        verbose_name_plural = _("sorted bins")


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


class Problem(Coded):
    """Something out of order that was reported; it ends on the day on which a household confirms that it is settled.

    ``sort``: ``hygiene``, ``light``, ``lift``, …: an open set. ``household`` reported it; none when nobody gave a name.
    What is ``private`` is seen by that household and by those who work on it, and never stands on a public list.
    """

    class Source(models.TextChoices):
        """How the community heard of it."""

        HALL = "hall", _("residents' hall")
        DESK = "desk", _("at the desk")
        TELEPHONE = "telephone", _("told by telephone")

    personal = ("household", "text", "geometry")

    sort = models.CharField(_("sort of problem"), max_length=16, default="other")
    place = models.ForeignKey(Place, models.PROTECT, verbose_name=_("place"), related_name="+", null=True, blank=True)
    building = models.ForeignKey(
        Building, models.PROTECT, verbose_name=_("building"), related_name="+", null=True, blank=True
    )
    geometry = models.TextField(_("geometry (GeoJSON)"), blank=True, validators=[check_geometry])
    text = models.CharField(_("what is out of order"), max_length=300, blank=True)
    private = models.BooleanField(_("private"), default=False)
    source = models.CharField(_("how it was heard of"), max_length=10, choices=Source, default=Source.DESK)
    household = models.ForeignKey(
        Household, models.PROTECT, verbose_name=_("household"), related_name="+", null=True, blank=True
    )

    class Meta(Coded.Meta):
        verbose_name = _("problem report")
        verbose_name_plural = _("problem reports")


class ProblemStep(Event):
    """What was done about a problem, by the holder of which ``post``, or what a ``household`` said of it afterwards."""

    class State(models.TextChoices):
        """How far it has come. Only a household confirms or opens again: who mends a thing does not call it good."""

        RECEIVED = "received", _("received")
        ASSIGNED = "assigned", _("somebody is on it")
        FIXED = "fixed", _("put right")
        CONFIRMED = "confirmed", _("settled, a resident confirms")
        REOPENED = "reopened", _("not right yet")

    natural = ("problem", "state", "day")
    personal = ("household",)

    problem = models.ForeignKey(Problem, models.PROTECT, verbose_name=_("problem report"), related_name="+")
    state = models.CharField(_("state"), max_length=10, choices=State)
    text = models.CharField(_("what was done"), max_length=300, blank=True)
    post = models.ForeignKey(Post, models.PROTECT, verbose_name=_("post"), related_name="+", null=True, blank=True)
    household = models.ForeignKey(
        Household, models.PROTECT, verbose_name=_("household"), related_name="+", null=True, blank=True
    )

    class Meta(Event.Meta):
        verbose_name = _("step on a problem")
        verbose_name_plural = _("steps on problems")
