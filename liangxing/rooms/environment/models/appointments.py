"""Days on which bulky or hazardous waste is fetched, and the appointments that households made for them."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from liangxing.records.models import Event
from liangxing.register.models import Household, Place


class CollectionDay(Event):
    """A day on which waste of one sort is fetched by appointment; told before it comes. ``sort``: an open set."""

    natural = ("code",)

    code = models.CharField(_("code"), max_length=40)
    sort = models.CharField(_("what is fetched"), max_length=16, default="bulky")
    place = models.ForeignKey(Place, models.PROTECT, verbose_name=_("place"), related_name="+", null=True, blank=True)
    starts_at = models.TimeField(_("begins at"), null=True, blank=True)
    slots = models.PositiveSmallIntegerField(_("appointments at most"))

    class Meta(Event.Meta):
        verbose_name = _("collection day")
        verbose_name_plural = _("collection days")

    def __str__(self) -> str:
        return self.code


class Appointment(Event):
    """What a household wants fetched on a collection day; ``day``: when it was made, once done when it was fetched.

    A change of ``state`` is a correction like any other. ``mass_kg`` is known once it was weighed.
    """

    class State(models.TextChoices):
        """How far it has come."""

        BOOKED = "booked", _("booked")
        CANCELLED = "cancelled", _("cancelled")
        DONE = "done", _("fetched")

    natural = ("collection_day", "household")
    personal = ("household", "item")

    collection_day = models.ForeignKey(
        CollectionDay, models.PROTECT, verbose_name=_("collection day"), related_name="+"
    )
    household = models.ForeignKey(Household, models.PROTECT, verbose_name=_("household"), related_name="+")
    item = models.CharField(_("what is to be fetched"), max_length=80)
    pieces = models.PositiveSmallIntegerField(_("pieces"), default=1)
    state = models.CharField(_("state"), max_length=10, choices=State, default=State.BOOKED)
    mass_kg = models.DecimalField(_("mass (kg)"), max_digits=7, decimal_places=2, null=True, blank=True)

    class Meta(Event.Meta):
        verbose_name = _("appointment")
        verbose_name_plural = _("appointments")
        constraints = [
            *Event.Meta.constraints,
            models.CheckConstraint(
                condition=models.Q(mass_kg=None) | models.Q(mass_kg__gt=0), name="appointment_has_mass"
            ),
        ]
