"""What was computed: the evacuation plan, with its proof in the store of evidence."""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from liangxing.register.models.territory import Coded

from .network import Closure, Presence


class EvacuationPlan(Coded):
    """A plan that was computed, never typed. It holds for a year, or until another of the same sort takes its place.

    ``least_s``: the proven minimum, from above; ``at_least_s`` from below. ``planned_s``: by walking the plan through;
    ``nearest_s``: when all go to the nearest shelter, unknown when some then find no room. ``digest``: SHA-256 of the
    document with certificate, routes and figures; ``inputs``: of the network and numbers that it was computed from.
    """

    time = models.CharField(_("time"), max_length=8, choices=Presence.Time)
    cause = models.CharField(_("with ways closed by"), max_length=8, choices=Closure.Cause, blank=True)
    people = models.PositiveIntegerField(_("people"))
    slow_people = models.PositiveIntegerField(_("people who walk slowly"))
    at_least_s = models.PositiveIntegerField(_("nobody is faster than (s)"))
    least_s = models.PositiveIntegerField(_("proven minimum (s)"))
    planned_s = models.PositiveIntegerField(_("the plan, walked through (s)"))
    nearest_s = models.PositiveIntegerField(_("everybody to the nearest shelter (s)"), null=True, blank=True)
    ways = models.PositiveIntegerField(_("ways"))
    estimated_widths = models.PositiveIntegerField(_("widths that are estimates"))
    cutting_ways = models.PositiveIntegerField(_("ways whose closing cuts buildings off"))
    digest = models.CharField(_("digest of the plan"), max_length=64)
    inputs = models.CharField(_("digest of what was entered"), max_length=64)

    class Meta(Coded.Meta):
        verbose_name = _("evacuation plan")
        verbose_name_plural = _("evacuation plans")
        constraints = [
            *Coded.Meta.constraints,
            models.CheckConstraint(
                condition=Q(at_least_s__lte=F("least_s"), least_s__lte=F("planned_s")),
                name="evacuationplan_is_no_faster_than_its_proof",
            ),
        ]
