"""What is reported as out of order, and what was done about it."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from liangxing.records.models import Event
from liangxing.register.models import Building, Household, Place, Post
from liangxing.register.models.territory import Coded, check_geometry


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
        ROUND = "round", _("found on a round")

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
