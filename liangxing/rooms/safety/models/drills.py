"""Drills: what is planned, the times that phones take at each building, what observers see, and what came of it."""

from __future__ import annotations

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from liangxing.activities.models import Activity
from liangxing.records.models import Event
from liangxing.register.models import Building

from .emergencies import Emergency
from .hazards import Hazard
from .readiness import Shelter


class DrillPlan(Event):
    """A drill that is to be held on its day. ``scenario``: ``fire``, ``flood``, ``quake``, …: an open set.

    ``activity`` is where people sign in, ``emergency`` the exercise in which households say that they are safe.
    """

    natural = ("code",)
    called = ("code", "title")

    code = models.CharField(_("code"), max_length=40)
    title = models.CharField(_("title"), max_length=80)
    scenario = models.CharField(_("scenario"), max_length=24)
    activity = models.ForeignKey(
        Activity, models.PROTECT, verbose_name=_("activity"), related_name="+", null=True, blank=True
    )
    emergency = models.ForeignKey(
        Emergency, models.PROTECT, verbose_name=_("exercise"), related_name="+", null=True, blank=True
    )
    aims = models.CharField(_("what is to be tried"), max_length=200, blank=True)

    class Meta(Event.Meta):
        verbose_name = _("drill plan")
        verbose_name_plural = _("drill plans")

    def __str__(self) -> str:
        return self.title


class DrillPart(Event):
    """A building takes part in a planned drill, and goes to a shelter."""

    natural = ("plan", "building")

    plan = models.ForeignKey(DrillPlan, models.PROTECT, verbose_name=_("drill plan"), related_name="+")
    building = models.ForeignKey(Building, models.PROTECT, verbose_name=_("building"), related_name="+")
    shelter = models.ForeignKey(
        Shelter, models.PROTECT, verbose_name=_("emergency shelter"), related_name="+", null=True, blank=True
    )
    invited = models.PositiveIntegerField(_("invited (people)"), null=True, blank=True)

    class Meta(Event.Meta):
        verbose_name = _("building in a drill")
        verbose_name_plural = _("buildings in drills")


class DrillTime(Event):
    """One phone took one moment at one building; two phones are two tellings, and both stay.

    ``at``: on the clock of this server, to which each phone compares its own; ``device_at``: what the phone's showed.
    """

    class Moment(models.TextChoices):
        """The moments of a building, in their order."""

        ALARM = "alarm", _("alarm")
        FIRST_OUT = "first", _("first one out")
        LAST_OUT = "last", _("last one out")
        ARRIVED = "arrived", _("last one at the shelter")

    natural = ("plan", "building", "moment", "watch")

    plan = models.ForeignKey(DrillPlan, models.PROTECT, verbose_name=_("drill plan"), related_name="+")
    building = models.ForeignKey(Building, models.PROTECT, verbose_name=_("building"), related_name="+")
    moment = models.CharField(_("moment"), max_length=7, choices=Moment)
    at = models.DateTimeField(_("time"))
    device_at = models.DateTimeField(_("time on the phone"), null=True, blank=True)
    watch = models.CharField(_("which phone"), max_length=16, blank=True)

    class Meta(Event.Meta):
        verbose_name = _("time in a drill")
        verbose_name_plural = _("times in drills")


class DrillNote(Event):
    """What an observer saw. ``sort``: ``jam``, ``dark``, ``good``, …: an open set; ``hazard``: what became of it."""

    natural = ("code",)
    withheld = ("text",)

    code = models.CharField(_("code"), max_length=40)
    plan = models.ForeignKey(DrillPlan, models.PROTECT, verbose_name=_("drill plan"), related_name="+")
    building = models.ForeignKey(
        Building, models.PROTECT, verbose_name=_("building"), related_name="+", null=True, blank=True
    )
    sort = models.CharField(_("sort of note"), max_length=24)
    text = models.CharField(_("what was seen"), max_length=300)
    hazard = models.ForeignKey(
        Hazard, models.PROTECT, verbose_name=_("hazard"), related_name="+", null=True, blank=True
    )

    class Meta(Event.Meta):
        verbose_name = _("note on a drill")
        verbose_name_plural = _("notes on drills")


class DrillResult(Event):
    """How long a building took, beside the least time that was proven for it; each part unknown where nobody knows."""

    natural = ("plan", "building")

    plan = models.ForeignKey(DrillPlan, models.PROTECT, verbose_name=_("drill plan"), related_name="+")
    building = models.ForeignKey(Building, models.PROTECT, verbose_name=_("building"), related_name="+")
    out_s = models.PositiveIntegerField(_("alarm to last one out (seconds)"), null=True, blank=True)
    arrived_s = models.PositiveIntegerField(_("alarm to last one at the shelter (seconds)"), null=True, blank=True)
    least_s = models.PositiveIntegerField(_("proven minimum (seconds)"), null=True, blank=True)
    ratio = models.DecimalField(_("times the minimum"), max_digits=7, decimal_places=2, null=True, blank=True)

    class Meta(Event.Meta):
        verbose_name = _("result of a building")
        verbose_name_plural = _("results of buildings")
        constraints = [
            *Event.Meta.constraints,
            models.CheckConstraint(
                condition=Q(ratio=None) | Q(least_s__gt=0, arrived_s__gte=0), name="drill_ratio_of_two_times"
            ),
        ]


class Drill(Event):
    """A drill; the activity says when, where and how many came. ``duration_s``: from the alarm to the last one out.

    ``median_ratio``: over its buildings, how many times the proven minimum the way to the shelter took.
    """

    natural = ("activity",)

    activity = models.ForeignKey(Activity, models.PROTECT, verbose_name=_("activity"), related_name="+")
    building = models.ForeignKey(
        Building, models.PROTECT, verbose_name=_("building"), related_name="+", null=True, blank=True
    )
    plan = models.ForeignKey(
        DrillPlan, models.PROTECT, verbose_name=_("drill plan"), related_name="+", null=True, blank=True
    )
    took_part = models.PositiveIntegerField(_("took part (people)"), null=True, blank=True)
    helpers = models.PositiveIntegerField(_("helpers present (people)"), null=True, blank=True)
    duration_s = models.PositiveIntegerField(_("duration (seconds)"), null=True, blank=True)
    median_ratio = models.DecimalField(
        _("median times the minimum"), max_digits=7, decimal_places=2, null=True, blank=True
    )

    class Meta(Event.Meta):
        verbose_name = _("drill")
        verbose_name_plural = _("drills")
