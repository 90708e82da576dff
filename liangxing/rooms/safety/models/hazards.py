"""What could happen, and what did."""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from liangxing.records.models import Event
from liangxing.register.models import Building, Place, Post
from liangxing.register.models.territory import Coded


class Hazard(Coded):
    """A hazard that was found; it ends when it is dealt with. ``sort``: an open set; no ``level``: not rated yet."""

    class Level(models.TextChoices):
        """The four levels of risk as work safety names them, from blue to red."""

        LOW = "low", _("low risk")
        MODERATE = "moderate", _("moderate risk")
        HIGH = "high", _("high risk")
        MAJOR = "major", _("major risk")

    sort = models.CharField(_("sort of hazard"), max_length=24)
    place = models.ForeignKey(Place, models.PROTECT, verbose_name=_("place"), related_name="+", null=True, blank=True)
    building = models.ForeignKey(
        Building, models.PROTECT, verbose_name=_("building"), related_name="+", null=True, blank=True
    )
    planned = models.BooleanField(_("has a plan to deal with it"), default=False)
    level = models.CharField(_("level of risk"), max_length=8, choices=Level, blank=True)
    assigned = models.ForeignKey(
        Post, models.PROTECT, verbose_name=_("assigned to"), related_name="+", null=True, blank=True
    )
    settle_by = models.DateField(_("to be dealt with by"), null=True, blank=True)

    class Meta(Coded.Meta):
        verbose_name = _("hazard")
        verbose_name_plural = _("hazards")


class HazardStep(Event):
    """What became of a hazard: dealt with, looked at again by somebody else, or found still there."""

    class Step(models.TextChoices):
        """A step on the way of a hazard."""

        CLOSED = "closed", _("dealt with")
        CONFIRMED = "confirmed", _("re-checked: it is gone")
        REOPENED = "reopened", _("re-checked: it is still there")

    natural = ("hazard", "step", "day")

    hazard = models.ForeignKey(Hazard, models.PROTECT, verbose_name=_("hazard"), related_name="+")
    step = models.CharField(_("step"), max_length=9, choices=Step)
    post = models.ForeignKey(Post, models.PROTECT, verbose_name=_("done by"), related_name="+")

    class Meta(Event.Meta):
        verbose_name = _("step on a hazard")
        verbose_name_plural = _("steps on hazards")


class Inspection(Event):
    """Somebody went round to look for hazards. ``sort``: ``fire``, ``flood``, …: an open set."""

    natural = ("code",)

    code = models.CharField(_("code"), max_length=40)
    sort = models.CharField(_("what was looked for"), max_length=24)
    spots = models.PositiveIntegerField(_("spots looked at"), null=True, blank=True)
    found = models.PositiveIntegerField(_("hazards found on it"), null=True, blank=True)

    class Meta(Event.Meta):
        verbose_name = _("safety inspection")
        verbose_name_plural = _("safety inspections")


class RiskAssessment(Event):
    """The risks were assessed, with residents. ``next_on``: when again, half a year later unless it says otherwise."""

    natural = ("code",)

    code = models.CharField(_("code"), max_length=40)
    residents = models.PositiveIntegerField(_("residents who took part"), null=True, blank=True)
    next_on = models.DateField(_("next on"), null=True, blank=True)

    class Meta(Event.Meta):
        verbose_name = _("risk assessment")
        verbose_name_plural = _("risk assessments")


class Incident(Event):
    """What a disaster did. ``larger``: an accident of the larger class, or above, because of a disaster."""

    natural = ("code",)

    code = models.CharField(_("code"), max_length=40)
    larger = models.BooleanField(_("larger accident"), default=False)

    class Meta(Event.Meta):
        verbose_name = _("incident")
        verbose_name_plural = _("incidents")


class Survey(Event):
    """Residents were asked whether they are satisfied with disaster reduction."""

    natural = ("code",)

    code = models.CharField(_("code"), max_length=40)
    asked = models.PositiveIntegerField(_("asked (people)"))
    satisfied = models.PositiveIntegerField(_("satisfied (people)"))

    class Meta(Event.Meta):
        verbose_name = _("survey")
        verbose_name_plural = _("surveys")
        constraints = [
            *Event.Meta.constraints,
            models.CheckConstraint(
                condition=Q(satisfied__lte=F("asked")),
                name="survey_satisfied_were_asked",
                violation_error_message=_("More people are satisfied than were asked."),
            ),
        ]
