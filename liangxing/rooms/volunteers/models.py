"""Volunteers, pairs and hours."""

from __future__ import annotations

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from liangxing.activities.models import Activity
from liangxing.records.models import Event, Spell
from liangxing.register.models import Resident
from liangxing.register.models.territory import Coded


class Volunteer(Coded):
    """Somebody who gives time. ``team``: the field, such as ``environment`` or ``chunlei``: an open set.

    ``resident``: the same person in the register, so that their household sees its hours, if they live here.
    """

    personal = ("name",)

    name = models.CharField(_("name of the person"), max_length=60)
    team = models.CharField(_("volunteers' team"), max_length=24)
    resident = models.ForeignKey(
        Resident, models.PROTECT, verbose_name=_("resident"), related_name="+", null=True, blank=True
    )

    class Meta(Coded.Meta):
        verbose_name = _("volunteer")
        verbose_name_plural = _("volunteers")


class Pair(Spell):
    """A volunteer is paired with a resident who needs help (1+1): who needs help is nobody else's business."""

    natural = ("volunteer", "resident")
    confidential = True

    volunteer = models.ForeignKey(Volunteer, models.PROTECT, verbose_name=_("volunteer"), related_name="+")
    resident = models.ForeignKey(Resident, models.PROTECT, verbose_name=_("resident"), related_name="+")

    class Meta(Spell.Meta):
        verbose_name = _("pair (1+1)")
        verbose_name_plural = _("pairs (1+1)")


class Service(Event):
    """Hours that a volunteer gave."""

    natural = ("volunteer", "day")

    volunteer = models.ForeignKey(Volunteer, models.PROTECT, verbose_name=_("volunteer"), related_name="+")
    activity = models.ForeignKey(
        Activity, models.PROTECT, verbose_name=_("activity"), related_name="+", null=True, blank=True
    )
    hours_h = models.DecimalField(_("hours"), max_digits=4, decimal_places=1)

    class Meta(Event.Meta):
        verbose_name = _("service of a volunteer")
        verbose_name_plural = _("services of volunteers")
        constraints = [
            *Event.Meta.constraints,
            models.CheckConstraint(
                condition=Q(hours_h__gt=0, hours_h__lte=24),
                name="service_fits_a_day",
                violation_error_message=_("Nobody gives more than 24 hours on one day."),
            ),
        ]
