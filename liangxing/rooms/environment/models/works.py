"""Renovations: planned, asked about, built, accepted, and what came afterwards."""

from __future__ import annotations

from typing import Any

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from liangxing.activities.models import Activity
from liangxing.records.models import Event
from liangxing.register.models import Estate, Organisation, Place

from .problems import Problem

# Who accepts works: kinds of people, never names.
ACCEPTERS = ("committee", "residents", "owners", "property", "subdistrict", "engineer", "contractor")


class WorksPlan(Event):
    """Works that were planned, on the day of the plan; ``due_on``: when they are to be finished.

    What is told later (steps, opinions, pictures, the acceptance) refers to it. ``sort`` as of ``Works``.
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
    need = models.CharField(_("why it is needed"), max_length=300, blank=True)
    budget_cny = models.DecimalField(_("budget (yuan)"), max_digits=12, decimal_places=2, null=True, blank=True)
    contractor = models.ForeignKey(
        Organisation, models.PROTECT, verbose_name=_("contractor"), related_name="+", null=True, blank=True
    )
    due_on = models.DateField(_("to be finished by"), null=True, blank=True)

    class Meta(Event.Meta):
        verbose_name = _("plan of works")
        verbose_name_plural = _("plans of works")
        constraints = [
            *Event.Meta.constraints,
            models.CheckConstraint(
                condition=Q(due_on=None) | Q(due_on__gte=F("day")),
                name="works_due_after_their_plan",
                violation_error_message=_("They are to be finished before they were planned: check the two days."),
            ),
        ]

    def __str__(self) -> str:
        return self.name


class WorksNeed(Event):
    """Where the wish for works came from: a problem that was reported, or a meeting in which opinions were heard."""

    natural = ("plan", "problem", "activity")

    plan = models.ForeignKey(WorksPlan, models.PROTECT, verbose_name=_("plan of works"), related_name="+")
    problem = models.ForeignKey(
        Problem, models.PROTECT, verbose_name=_("problem report"), related_name="+", null=True, blank=True
    )
    activity = models.ForeignKey(
        Activity, models.PROTECT, verbose_name=_("meeting"), related_name="+", null=True, blank=True
    )

    class Meta(Event.Meta):
        verbose_name = _("origin of works")
        verbose_name_plural = _("origins of works")
        constraints = [
            *Event.Meta.constraints,
            models.CheckConstraint(
                condition=~Q(problem=None, activity=None),
                name="works_need_comes_from_somewhere",
                violation_error_message=_("Name the problem or the meeting from which the need is known."),
            ),
        ]


class WorksOpinion(Event):
    """What residents said of works, in numbers: of the plan, or when they were accepted."""

    class Stage(models.TextChoices):
        """When they were asked."""

        PLAN = "plan", _("of the plan")
        ACCEPTANCE = "acceptance", _("at acceptance")

    natural = ("plan", "stage", "day")

    plan = models.ForeignKey(WorksPlan, models.PROTECT, verbose_name=_("plan of works"), related_name="+")
    stage = models.CharField(_("asked"), max_length=10, choices=Stage, default=Stage.PLAN)
    asked = models.PositiveIntegerField(_("asked (households)"))
    content = models.PositiveIntegerField(_("in favour (households)"))
    against = models.PositiveIntegerField(_("against (households)"))

    class Meta(Event.Meta):
        verbose_name = _("opinions on works")
        verbose_name_plural = _("opinions on works")
        constraints = [
            *Event.Meta.constraints,
            models.CheckConstraint(
                condition=Q(asked__gt=0, asked__gte=F("content") + F("against")),
                name="works_opinions_of_those_asked",
                violation_error_message=_("More households answered than were asked."),
            ),
        ]


class WorksStep(Event):
    """How far works have come."""

    class State(models.TextChoices):
        """What happened."""

        BEGUN = "begun", _("begun")
        PROGRESS = "progress", _("going on")
        STOPPED = "stopped", _("stopped")
        DONE = "done", _("finished, waiting for acceptance")

    natural = ("plan", "state", "day")

    plan = models.ForeignKey(WorksPlan, models.PROTECT, verbose_name=_("plan of works"), related_name="+")
    state = models.CharField(_("state"), max_length=10, choices=State, default=State.PROGRESS)
    done_percent = models.PositiveSmallIntegerField(_("done (per cent)"), null=True, blank=True)
    text = models.CharField(_("what was done"), max_length=200, blank=True)

    class Meta(Event.Meta):
        verbose_name = _("step of works")
        verbose_name_plural = _("steps of works")
        constraints = [
            *Event.Meta.constraints,
            models.CheckConstraint(
                condition=Q(done_percent=None) | Q(done_percent__lte=100),
                name="works_are_done_at_most_wholly",
                violation_error_message=_("More than 100 per cent cannot be done."),
            ),
        ]


class WorksPicture(Event):
    """A picture of works from one ``spot``; the file is its evidence.

    ``paired``: there is an earlier picture from the same spot, which was shown to aim by.
    """

    class Moment(models.TextChoices):
        """When it was taken."""

        BEFORE = "before", _("before")
        DURING = "during", _("during the works")
        AFTER = "after", _("after")

    natural = ("plan", "spot", "moment", "day")

    plan = models.ForeignKey(WorksPlan, models.PROTECT, verbose_name=_("plan of works"), related_name="+")
    spot = models.PositiveSmallIntegerField(_("number of the spot"), default=1)
    moment = models.CharField(_("taken"), max_length=6, choices=Moment)
    stands = models.CharField(_("where one stands, and looks"), max_length=120, blank=True)
    paired = models.BooleanField(_("from the same spot as before"), default=False)

    class Meta(Event.Meta):
        verbose_name = _("picture of works")
        verbose_name_plural = _("pictures of works")


class Works(Event):
    """A renovation, from the day it was accepted; pictures of before and after are its evidence.

    ``sort``: ``greening``, ``ditch``, ``railing``, ``sewer``, ``pavement``, ``signs``, …: an open set. ``accepted_by``:
    of ``ACCEPTERS``, keys between commas such as ``,committee,residents,``. ``within_budget``: whether the
    cost stayed within the budget of the ``plan``, as it stood when this was told.
    """

    class Budget(models.TextChoices):
        """How the cost compares with the budget."""

        WITHIN = "within", _("within the budget")
        OVER = "over", _("over the budget")
        UNKNOWN = "unknown", _("budget or cost not known")

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
    plan = models.ForeignKey(
        WorksPlan, models.PROTECT, verbose_name=_("plan of works"), related_name="+", null=True, blank=True
    )
    accepted_by = models.CharField(_("accepted by"), max_length=120, default=",", blank=True)
    warranty_until = models.DateField(_("warranty until"), null=True, blank=True)
    within_budget = models.CharField(
        _("against the budget"), max_length=7, choices=Budget, default=Budget.UNKNOWN, editable=False
    )

    class Meta(Event.Meta):
        verbose_name = _("works")
        verbose_name_plural = _("works")
        constraints = [
            *Event.Meta.constraints,
            models.CheckConstraint(
                condition=Q(accepted_by__startswith=",", accepted_by__endswith=","), name="acceptance_between_commas"
            ),
        ]

    def __str__(self) -> str:
        return self.name

    def stamp(self) -> None:
        """As any record; and the cost is held against the budget of the plan."""
        self.within_budget = self._against_budget()
        super().stamp()

    def _against_budget(self) -> Works.Budget:
        known: Any = WorksPlan.objects.known().filter(fact=self.plan_id).first() if self.plan_id else None
        if known is None or known.budget_cny is None or self.cost_cny is None:
            return Works.Budget.UNKNOWN
        return Works.Budget.WITHIN if self.cost_cny <= known.budget_cny else Works.Budget.OVER


class WorksComplaint(Event):
    """That a reported problem is about accepted works; ``in_warranty``: the contractor still answers for them."""

    natural = ("works", "problem")

    works = models.ForeignKey(Works, models.PROTECT, verbose_name=_("works"), related_name="+")
    problem = models.ForeignKey(Problem, models.PROTECT, verbose_name=_("problem report"), related_name="+")
    in_warranty = models.BooleanField(_("in warranty"), default=False, editable=False)

    class Meta(Event.Meta):
        verbose_name = _("complaint about works")
        verbose_name_plural = _("complaints about works")

    def stamp(self) -> None:
        """As any record; and it is asked whether the warranty still ran on its day."""
        works: Any = Works.objects.known().filter(fact=self.works_id).first()
        until = works.warranty_until if works else None
        self.in_warranty = bool(until and works.day <= self.day <= until)
        super().stamp()
