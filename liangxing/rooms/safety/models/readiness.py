"""What stands ready: stores and their counts, teams, shelters, plans, promises, insurance, money, grids."""

from __future__ import annotations

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from liangxing.activities.models import Activity
from liangxing.records.models import Event, Spell
from liangxing.register.models import Building, Organisation, Place, Post
from liangxing.register.models.territory import Named


class Resource(Named):
    """Something in store for an emergency; ``until``: its last day, when it expires."""

    sort = models.CharField(_("sort of resource"), max_length=24)
    pieces = models.PositiveIntegerField(_("pieces"))
    worth_cny = models.DecimalField(_("worth (yuan)"), max_digits=12, decimal_places=2, null=True, blank=True)
    place = models.ForeignKey(
        Place, models.PROTECT, verbose_name=_("where it lies"), related_name="+", null=True, blank=True
    )

    class Meta(Named.Meta):
        verbose_name = _("emergency resource")
        verbose_name_plural = _("emergency resources")


class StockTake(Event):
    """Something in store was counted. What differs from the book is explained, or it is not kept."""

    natural = ("resource", "day")

    resource = models.ForeignKey(Resource, models.PROTECT, verbose_name=_("emergency resource"), related_name="+")
    expected = models.PositiveIntegerField(_("pieces by the book"))
    counted = models.PositiveIntegerField(_("pieces counted"))
    explained = models.CharField(_("why they differ"), max_length=200, blank=True)

    class Meta(Event.Meta):
        verbose_name = _("stock-take")
        verbose_name_plural = _("stock-takes")
        constraints = [
            *Event.Meta.constraints,
            models.CheckConstraint(
                condition=Q(expected=models.F("counted")) | ~Q(explained=""),
                name="stock_take_difference_is_explained",
                violation_error_message=_("What was counted differs from the book: say why."),
            ),
        ]


class Team(Named):
    """A team for emergencies. ``sort``: ``rescue``, ``informants``, ``militia``, …: an open set."""

    sort = models.CharField(_("sort of team"), max_length=24)
    people = models.PositiveSmallIntegerField(_("people"))
    skills = models.CharField(_("skills"), max_length=120, blank=True)

    class Meta(Named.Meta):
        verbose_name = _("emergency team")
        verbose_name_plural = _("emergency teams")


class Training(Event):
    """A team learnt or refreshed a skill. ``again_by``: when it must be refreshed."""

    natural = ("code",)

    code = models.CharField(_("code"), max_length=40)
    team = models.ForeignKey(Team, models.PROTECT, verbose_name=_("emergency team"), related_name="+")
    skill = models.CharField(_("skill"), max_length=40)
    people = models.PositiveSmallIntegerField(_("people"))
    activity = models.ForeignKey(
        Activity, models.PROTECT, verbose_name=_("activity"), related_name="+", null=True, blank=True
    )
    again_by = models.DateField(_("again by"), null=True, blank=True)

    class Meta(Event.Meta):
        verbose_name = _("team training")
        verbose_name_plural = _("team trainings")


class Shelter(Named):
    """An emergency shelter. ``sort``: for how long people stay, as ``shelter_space.toml`` names it; empty: unknown."""

    place = models.ForeignKey(Place, models.PROTECT, verbose_name=_("place"), related_name="+", null=True, blank=True)
    area_m2 = models.DecimalField(_("area (m²)"), max_digits=9, decimal_places=2, null=True, blank=True)
    capacity = models.PositiveIntegerField(_("capacity (people)"), null=True, blank=True)
    sort = models.CharField(_("sort of shelter"), max_length=24, blank=True)

    class Meta(Named.Meta):
        verbose_name = _("emergency shelter")
        verbose_name_plural = _("emergency shelters")


class Plan(Named):
    """A paper that must be in force. ``sort``: ``emergency-plan``, ``risk-map``, ``rules``, …: an open set."""

    sort = models.CharField(_("sort of plan"), max_length=24)

    class Meta(Named.Meta):
        verbose_name = _("plan or list")
        verbose_name_plural = _("plans and lists")


class PlanVersion(Event):
    """A plan was revised, and what changed; the paper itself is attached as evidence."""

    natural = ("plan", "version")

    plan = models.ForeignKey(Plan, models.PROTECT, verbose_name=_("plan or list"), related_name="+")
    version = models.CharField(_("version"), max_length=20)
    changed = models.CharField(_("what changed"), max_length=200)

    class Meta(Event.Meta):
        verbose_name = _("version of a plan")
        verbose_name_plural = _("versions of plans")


class Agreement(Named):
    """Somebody promised help in an emergency. ``sort``: ``shop``, ``school``, ``neighbour``, …: an open set."""

    sort = models.CharField(_("sort of partner"), max_length=24)
    organisation = models.ForeignKey(
        Organisation, models.PROTECT, verbose_name=_("organisation"), related_name="+", null=True, blank=True
    )
    gives = models.CharField(_("what it gives"), max_length=120)

    class Meta(Named.Meta):
        verbose_name = _("agreement for emergencies")
        verbose_name_plural = _("agreements for emergencies")


class Insurance(Named):
    """An insurance against disasters. ``households``: how many it covers, as the insurer's sheet says."""

    insurer = models.CharField(_("insurer"), max_length=80)
    households = models.PositiveIntegerField(_("households covered"))
    premium_cny = models.DecimalField(_("premium (yuan)"), max_digits=12, decimal_places=2, null=True, blank=True)

    class Meta(Named.Meta):
        verbose_name = _("insurance against disasters")
        verbose_name_plural = _("insurances against disasters")


class YearlyReport(Event):
    """The yearly report of disaster reduction was handed in."""

    natural = ("code",)

    code = models.CharField(_("code"), max_length=40)
    receiver = models.CharField(_("handed to"), max_length=80)

    class Meta(Event.Meta):
        verbose_name = _("yearly report handed in")
        verbose_name_plural = _("yearly reports handed in")


class Quiz(Event):
    """Questions on what to do in a disaster, counted together: nobody's answers are kept."""

    natural = ("code",)

    code = models.CharField(_("code"), max_length=40)
    activity = models.ForeignKey(
        Activity, models.PROTECT, verbose_name=_("activity"), related_name="+", null=True, blank=True
    )
    people = models.PositiveIntegerField(_("people who took part"))
    answers = models.PositiveIntegerField(_("answers"))
    right = models.PositiveIntegerField(_("right answers"))

    class Meta(Event.Meta):
        verbose_name = _("quiz")
        verbose_name_plural = _("quizzes")
        constraints = [
            *Event.Meta.constraints,
            models.CheckConstraint(
                condition=Q(right__lte=models.F("answers")),
                name="quiz_right_were_given",
                violation_error_message=_("More answers are right than were given."),
            ),
        ]


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
    """A building lies in a grid. ``post``: whose it is, when that is told."""

    natural = ("building",)

    building = models.ForeignKey(Building, models.PROTECT, verbose_name=_("building"), related_name="+")
    post = models.ForeignKey(
        Post, models.PROTECT, verbose_name=_("grid worker's post"), related_name="+", null=True, blank=True
    )

    class Meta(Spell.Meta):
        verbose_name = _("building in a grid")
        verbose_name_plural = _("buildings in a grid")
