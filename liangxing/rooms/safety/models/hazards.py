"""What could happen, and what did."""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from liangxing.records.models import Event
from liangxing.register.models import Building, Place
from liangxing.register.models.territory import Coded


class Hazard(Coded):
    """A hazard that was found; it ends when it is dealt with. ``sort``: an open set."""

    sort = models.CharField(_("sort of hazard"), max_length=24)
    place = models.ForeignKey(Place, models.PROTECT, verbose_name=_("place"), related_name="+", null=True, blank=True)
    building = models.ForeignKey(
        Building, models.PROTECT, verbose_name=_("building"), related_name="+", null=True, blank=True
    )
    planned = models.BooleanField(_("has a plan to deal with it"), default=False)

    class Meta(Coded.Meta):
        verbose_name = _("hazard")
        verbose_name_plural = _("hazards")


class RiskAssessment(Event):
    """The risks were assessed, with residents."""

    natural = ("code",)

    code = models.CharField(_("code"), max_length=40)

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
