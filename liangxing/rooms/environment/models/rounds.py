"""Rounds: points that are looked at, routes over them, walks along a route, and what was found."""

from __future__ import annotations

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from liangxing.records.models import Event, Spell
from liangxing.register.models import Building, Place, Post
from liangxing.register.models.territory import Named, check_geometry

from .problems import Problem


class InspectionPoint(Named):
    """Something that is looked at again and again, at a place or building or where ``geometry`` says.

    ``kind``: a key of ``inspection/checklists.toml``, which says what is checked: an open set. ``expires_on``: the last
    day on which it is good, as was last read off it.
    """

    kind = models.CharField(_("kind of point"), max_length=16)
    place = models.ForeignKey(Place, models.PROTECT, verbose_name=_("place"), related_name="+", null=True, blank=True)
    building = models.ForeignKey(
        Building, models.PROTECT, verbose_name=_("building"), related_name="+", null=True, blank=True
    )
    geometry = models.TextField(_("geometry (GeoJSON)"), blank=True, validators=[check_geometry])
    expires_on = models.DateField(_("good until"), null=True, blank=True)

    class Meta(Named.Meta):
        verbose_name = _("inspection point")
        verbose_name_plural = _("inspection points")


class InspectionRoute(Named):
    """Points in an order, walked in a ``rhythm`` by the holder of ``post``.

    ``sample``: of how many points drawn by lot a round consists; all of them when it is not said.
    """

    class Rhythm(models.TextChoices):
        """How often: once in each of these, counted by the calendar."""

        DAILY = "daily", _("daily")
        WEEKLY = "weekly", _("weekly")
        MONTHLY = "monthly", _("monthly")
        QUARTERLY = "quarterly", _("quarterly")
        HALF_YEARLY = "half-yearly", _("half-yearly")
        YEARLY = "yearly", _("yearly")

    rhythm = models.CharField(_("rhythm"), max_length=12, choices=Rhythm, default=Rhythm.MONTHLY)
    post = models.ForeignKey(Post, models.PROTECT, verbose_name=_("post"), related_name="+", null=True, blank=True)
    sample = models.PositiveSmallIntegerField(
        _("points drawn by lot"), null=True, blank=True, help_text=_("Empty: every point is looked at.")
    )

    class Meta(Named.Meta):
        verbose_name = _("route of a round")
        verbose_name_plural = _("routes of rounds")
        constraints = [
            *Named.Meta.constraints,
            models.CheckConstraint(condition=Q(sample=None) | Q(sample__gt=0), name="route_sample_has_points"),
        ]


class RouteStop(Spell):
    """That a point lies on a route, as the ``position``-th."""

    natural = ("route", "point")

    route = models.ForeignKey(InspectionRoute, models.PROTECT, verbose_name=_("route"), related_name="+")
    point = models.ForeignKey(InspectionPoint, models.PROTECT, verbose_name=_("point"), related_name="+")
    position = models.PositiveSmallIntegerField(_("position"))

    class Meta(Spell.Meta):
        verbose_name = _("stop of a route")
        verbose_name_plural = _("stops of routes")
        constraints = [
            *Spell.Meta.constraints,
            models.UniqueConstraint(
                fields=["route", "point"],
                condition=Q(struck_at=None, until=None),
                name="route_has_a_point_once",
                violation_error_message=_("This point stands on the route already."),
            ),
        ]


class Round(Event):
    """One walk along a route, from the day it began.

    ``listed``: the points that the route had then, one on a line, code and fact; ``seed``: by which those to be looked
    at were drawn from them, empty when every one was to be. ``missed``: how many of ``asked`` nobody had looked at when
    the round was closed (``finished``); unknown before.
    """

    natural = ("code",)
    called = ("code",)

    code = models.CharField(_("code"), max_length=60)
    route = models.ForeignKey(InspectionRoute, models.PROTECT, verbose_name=_("route"), related_name="+")
    post = models.ForeignKey(Post, models.PROTECT, verbose_name=_("post"), related_name="+", null=True, blank=True)
    listed = models.TextField(_("points of the route"), blank=True)
    seed = models.CharField(_("seed of the lot"), max_length=40, blank=True)
    asked = models.PositiveSmallIntegerField(_("points to look at"))
    finished = models.BooleanField(_("finished"), default=False)
    missed = models.PositiveSmallIntegerField(_("points missed"), null=True, blank=True)

    class Meta(Event.Meta):
        verbose_name = _("round")
        verbose_name_plural = _("rounds")
        constraints = [
            *Event.Meta.constraints,
            models.CheckConstraint(
                condition=Q(missed=None) | Q(missed__lte=models.F("asked")),
                name="round_misses_no_more_than_it_asks",
                violation_error_message=_("More points were missed than there were to look at."),
            ),
        ]

    def __str__(self) -> str:
        return self.code


class PointCheck(Event):
    """What was seen at one point on a round; a point counts once, from however many phones it was told.

    ``answers``: to the items of its checklist. What is wrong becomes a ``problem``. ``twice``: another account told
    the same point too.
    """

    class State(models.TextChoices):
        """What came of it. A point that could not be reached is said, and is not in order."""

        ORDER = "order", _("found in order")
        FINDING = "finding", _("something is wrong")
        UNREACHED = "unreached", _("could not be reached")

    natural = ("round", "point")

    round = models.ForeignKey(Round, models.PROTECT, verbose_name=_("round"), related_name="+")
    point = models.ForeignKey(InspectionPoint, models.PROTECT, verbose_name=_("point"), related_name="+")
    state = models.CharField(_("what was found"), max_length=10, choices=State)
    answers = models.CharField(_("answers"), max_length=400, blank=True)
    at = models.TimeField(_("time of day"), null=True, blank=True)
    problem = models.ForeignKey(
        Problem, models.PROTECT, verbose_name=_("problem report"), related_name="+", null=True, blank=True
    )
    twice = models.BooleanField(_("told by two"), default=False)

    class Meta(Event.Meta):
        verbose_name = _("check of a point")
        verbose_name_plural = _("checks of points")
        constraints = [
            *Event.Meta.constraints,
            models.UniqueConstraint(
                fields=["round", "point"],
                condition=Q(struck_at=None),
                name="round_counts_a_point_once",
                violation_error_message=_("This point was told on this round already."),
            ),
        ]


class Mending(Event):
    """That what was found on ``found_on`` at a point was put right on the day of the record, ``took_d`` days later."""

    natural = ("point", "found_on")

    point = models.ForeignKey(InspectionPoint, models.PROTECT, verbose_name=_("point"), related_name="+")
    found_on = models.DateField(_("found on"))
    took_d = models.PositiveSmallIntegerField(_("days it took"), editable=False)

    class Meta(Event.Meta):
        verbose_name = _("mending of a finding")
        verbose_name_plural = _("mendings of findings")
        constraints = [
            *Event.Meta.constraints,
            models.CheckConstraint(
                condition=Q(day__gte=models.F("found_on")),
                name="mended_after_it_was_found",
                violation_error_message=_("It was put right before it was found: check the two days."),
            ),
        ]

    def stamp(self) -> None:
        """As any record; and the days between the two are counted."""
        self.took_d = max(0, (self.day - self.found_on).days)
        super().stamp()
