"""The ways out: spots where ways meet, the ways between them, when they are closed, and how many people are at home."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from liangxing.records.models import Spell
from liangxing.register.models import Building, Entrance
from liangxing.register.models.territory import Coded, check_geometry

from .readiness import Shelter


class Spot(Coded):
    """A place where ways meet: a crossing, where the stairs of a building begin, or the door of a shelter.

    ``entrance``: who lives behind it leaves here; the rest of the building is shared evenly between its other spots.
    """

    called: ClassVar[tuple[str, ...]] = ("code", "name")

    name = models.CharField(_("name"), max_length=80, blank=True)
    building = models.ForeignKey(
        Building, models.PROTECT, verbose_name=_("stairs of the building"), related_name="+", null=True, blank=True
    )
    entrance = models.ForeignKey(
        Entrance, models.PROTECT, verbose_name=_("entrance"), related_name="+", null=True, blank=True
    )
    shelter = models.ForeignKey(
        Shelter, models.PROTECT, verbose_name=_("door of the shelter"), related_name="+", null=True, blank=True
    )
    geometry = models.TextField(_("geometry (GeoJSON)"), blank=True, validators=[check_geometry])

    class Meta(Coded.Meta):
        verbose_name = _("spot of the ways out")
        verbose_name_plural = _("spots of the ways out")
        constraints = [
            *Coded.Meta.constraints,
            models.CheckConstraint(
                condition=Q(entrance=None) | ~Q(building=None),
                name="spot_entrance_has_its_building",
                violation_error_message=_("Choose the building of the entrance too."),
            ),
        ]

    def __str__(self) -> str:
        return self.name or self.code


class Way(Coded):
    """A stretch between two spots, walked both ways unless ``one_way``; ``name``: what people call it."""

    class Sort(models.TextChoices):
        """What a way is; how fast people walk and how many pass follow from it."""

        STREET = "street", _("street")
        GATE = "gate", _("gate")
        STAIRS = "stair", _("stairs")

    called: ClassVar[tuple[str, ...]] = ("code",)

    name = models.CharField(_("name of the street or gate"), max_length=80, blank=True)
    sort = models.CharField(_("sort of way"), max_length=8, choices=Sort, default=Sort.STREET)
    start = models.ForeignKey(Spot, models.PROTECT, verbose_name=_("from the spot"), related_name="+")
    finish = models.ForeignKey(Spot, models.PROTECT, verbose_name=_("to the spot"), related_name="+")
    length_m = models.DecimalField(_("length (m)"), max_digits=8, decimal_places=2)
    width_m = models.DecimalField(_("width at the narrowest place (m)"), max_digits=6, decimal_places=2)
    measured = models.BooleanField(_("width measured"), default=False, help_text=_("Not ticked: it is an estimate."))
    one_way = models.BooleanField(_("only from the first spot to the second"), default=False)
    night_locked = models.BooleanField(_("locked at night"), default=False)

    class Meta(Coded.Meta):
        verbose_name = _("way out")
        verbose_name_plural = _("ways out")
        constraints = [
            *Coded.Meta.constraints,
            models.CheckConstraint(condition=Q(length_m__gt=0, width_m__gt=0), name="way_has_length_and_width"),
            models.CheckConstraint(condition=~Q(start=F("finish")), name="way_leads_somewhere"),
        ]

    def __str__(self) -> str:
        return f"{self.name} ({self.code})" if self.name else self.code


class Closure(Spell):
    """A way is closed. Flood and fire close one only in a plan that asks for them, and may do so after some minutes."""

    class Cause(models.TextChoices):
        """Why nobody passes."""

        WORKS = "works", _("works, or locked")
        FLOOD = "flood", _("flood")
        FIRE = "fire", _("fire")

    natural = ("way", "cause")

    way = models.ForeignKey(Way, models.PROTECT, verbose_name=_("way out"), related_name="+")
    cause = models.CharField(_("cause"), max_length=8, choices=Cause, default=Cause.WORKS)
    closes_min = models.PositiveSmallIntegerField(
        _("closes after (min)"), null=True, blank=True, help_text=_("Minutes after the signal; empty: from the start.")
    )

    class Meta(Spell.Meta):
        verbose_name = _("closed way")
        verbose_name_plural = _("closed ways")

    def __str__(self) -> str:
        return f"{self.way}: {self.get_cause_display()}"


class Presence(Spell):
    """How many are there by day or by night, stated by somebody: a share of the register, or a number of people.

    Without ``building`` it holds for every building of which nothing else is stated.
    """

    class Time(models.TextChoices):
        """When."""

        DAY = "day", _("by day")
        NIGHT = "night", _("at night")

    natural = ("time", "building")

    time = models.CharField(_("time"), max_length=8, choices=Time)
    building = models.ForeignKey(
        Building, models.PROTECT, verbose_name=_("building"), related_name="+", null=True, blank=True
    )
    share_percent = models.DecimalField(
        _("share of the registered residents (%)"), max_digits=5, decimal_places=1, null=True, blank=True
    )
    people = models.PositiveIntegerField(_("people"), null=True, blank=True)
    source = models.CharField(_("how this is known"), max_length=120)

    class Meta(Spell.Meta):
        verbose_name = _("people present")
        verbose_name_plural = _("people present")
        constraints = [
            *Spell.Meta.constraints,
            models.CheckConstraint(
                condition=Q(share_percent=None, people__isnull=False) | Q(share_percent__isnull=False, people=None),
                name="presence_is_a_share_or_a_number",
                violation_error_message=_("Enter a share or a number of people, and not both."),
            ),
            models.CheckConstraint(
                condition=Q(share_percent=None) | Q(share_percent__gte=0, share_percent__lte=100),
                name="presence_share_up_to_100",
                violation_error_message=_("A share lies between 0 and 100 per cent."),
            ),
            models.CheckConstraint(
                condition=Q(people=None) | ~Q(building=None),
                name="presence_number_is_of_a_building",
                violation_error_message=_("A number of people is that of one building: choose it."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.building or ''} {self.get_time_display()}".strip()
