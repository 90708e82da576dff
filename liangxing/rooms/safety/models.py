"""Hazards and stores, teams and shelters, drills and plans, the people who need help, and who is safe."""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from liangxing.activities.models import Activity
from liangxing.records.models import Event, Spell
from liangxing.register.models import Building, Household, Place
from liangxing.register.models.territory import Coded, Named


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


class Drill(Event):
    """A drill; the activity says when, where and how many came. ``duration_s``: from the alarm to the last one out."""

    natural = ("activity",)

    activity = models.ForeignKey(Activity, models.PROTECT, verbose_name=_("activity"), related_name="+")
    building = models.ForeignKey(
        Building, models.PROTECT, verbose_name=_("building"), related_name="+", null=True, blank=True
    )
    took_part = models.PositiveIntegerField(_("took part (people)"), null=True, blank=True)
    duration_s = models.PositiveIntegerField(_("duration (seconds)"), null=True, blank=True)

    class Meta(Event.Meta):
        verbose_name = _("drill")
        verbose_name_plural = _("drills")


class Plan(Named):
    """A paper that must be in force. ``sort``: ``emergency-plan``, ``risk-map``, ``rules``, …: an open set."""

    sort = models.CharField(_("sort of plan"), max_length=24)

    class Meta(Named.Meta):
        verbose_name = _("plan or list")
        verbose_name_plural = _("plans and lists")


class RiskAssessment(Event):
    """The risks were assessed, with residents."""

    natural = ("code",)

    code = models.CharField(_("code"), max_length=40)

    class Meta(Event.Meta):
        verbose_name = _("risk assessment")
        verbose_name_plural = _("risk assessments")


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


class Vulnerable(Coded):
    """Somebody who needs help in an emergency, and whether a helper and a card are there."""

    confidential = True

    household = models.ForeignKey(Household, models.PROTECT, verbose_name=_("household"), related_name="+")
    helper = models.BooleanField(_("has a helper"), default=False)
    card = models.BooleanField(_("has the card"), default=False)

    class Meta(Coded.Meta):
        verbose_name = _("person who needs help")
        verbose_name_plural = _("people who need help")


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


class GridDuty(Spell):
    """A building lies in somebody's grid."""

    natural = ("building",)

    building = models.ForeignKey(Building, models.PROTECT, verbose_name=_("building"), related_name="+")

    class Meta(Spell.Meta):
        verbose_name = _("building in a grid")
        verbose_name_plural = _("buildings in a grid")


class Emergency(Named):
    """Something is happening, or is being practised; while it stands, households say whether they are safe."""

    exercise = models.BooleanField(_("an exercise"), default=False)

    class Meta(Named.Meta):
        verbose_name = _("emergency")
        verbose_name_plural = _("emergencies")


class CheckIn(Event):
    """A household says how it is. Saying it again corrects what it said before, so that the newest counts, and once."""

    class State(models.TextChoices):
        """How they are."""

        SAFE = "safe", _("all safe")
        HELP = "help", _("needs help")

    class Teller(models.TextChoices):
        """Who said it."""

        SELF = "self", _("the household itself")
        NEIGHBOUR = "neighbour", _("a neighbour")
        WORKER = "worker", _("a community worker")

    natural = ("emergency", "household")
    personal = ("household", "place")

    emergency = models.ForeignKey(Emergency, models.PROTECT, verbose_name=_("emergency"), related_name="+")
    household = models.ForeignKey(Household, models.PROTECT, verbose_name=_("household"), related_name="+")
    state = models.CharField(_("state"), max_length=4, choices=State)
    place = models.CharField(_("where they are"), max_length=80, blank=True)
    told_by = models.CharField(_("told by"), max_length=9, choices=Teller, default=Teller.WORKER)

    class Meta(Event.Meta):
        verbose_name = _("safe check-in")
        verbose_name_plural = _("safe check-ins")
