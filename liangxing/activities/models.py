"""Activities and sign-ins: one event is typed once, and counts for every topic it has."""

from __future__ import annotations

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from liangxing.records.models import Event
from liangxing.register.models import Household, Organisation, Place


class Activity(Event):
    """Anything done together at a time and place.

    ``sort``: what it is (``campaign``, ``lesson``, ``meeting``, ``drill``, ``sanitation``, ``publicity``,
    ``performance``, …); ``topics``: what it is about, keys between commas such as ``,water,energy,``. Both are open
    sets, in lower case. ``attended``: heads counted or signed in; unknown when nobody counted. ``starts_at``: on the
    clock of the place. An activity may be told before its day: then it is to come, and no figure counts it yet.
    """

    natural = ("code",)
    called = ("code", "title")

    code = models.CharField(_("code"), max_length=40)
    title = models.CharField(_("title"), max_length=80)
    sort = models.CharField(_("sort of activity"), max_length=24)
    topics = models.CharField(_("topics"), max_length=120, default=",", blank=True)
    place = models.ForeignKey(Place, models.PROTECT, verbose_name=_("place"), related_name="+", null=True, blank=True)
    organiser = models.ForeignKey(
        Organisation, models.PROTECT, verbose_name=_("organiser"), related_name="+", null=True, blank=True
    )
    starts_at = models.TimeField(_("begins at"), null=True, blank=True)
    attended = models.PositiveIntegerField(_("attended (people)"), null=True, blank=True)
    duration_min = models.PositiveSmallIntegerField(_("duration (minutes)"), null=True, blank=True)

    class Meta(Event.Meta):
        verbose_name = _("activity")
        verbose_name_plural = _("activities")
        constraints = [
            *Event.Meta.constraints,
            models.CheckConstraint(
                condition=Q(topics__startswith=",", topics__endswith=","), name="activity_topics_between_commas"
            ),
        ]

    def __str__(self) -> str:
        return self.title


class SignIn(Event):
    """Somebody of a household was there."""

    natural = ("activity", "household")

    activity = models.ForeignKey(Activity, models.PROTECT, verbose_name=_("activity"), related_name="+")
    household = models.ForeignKey(Household, models.PROTECT, verbose_name=_("household"), related_name="+")
    people = models.PositiveSmallIntegerField(_("people"), default=1)

    class Meta(Event.Meta):
        verbose_name = _("sign-in")
        verbose_name_plural = _("sign-ins")
