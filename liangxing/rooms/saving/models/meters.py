"""Meters, what they showed, what bills told, and what was derived from both."""

from __future__ import annotations

from decimal import Decimal

from django.core.validators import MinValueValidator
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from liangxing.records.models import Event, Spell
from liangxing.register.models import Building, Coded, Household, Place


class Carrier(models.TextChoices):
    """What flows through a meter."""

    ELECTRICITY = "electricity", _("electricity")
    WATER = "water", _("water")
    GAS = "gas", _("gas")
    HEAT = "heat", _("heat")


class Serves(models.TextChoices):
    """Whose use a meter tells."""

    HOUSEHOLD = "household", _("a household")
    BUILDING = "building", _("a whole building")
    PUBLIC = "public", _("a public area")


class Unit(models.TextChoices):
    """In what a register counts (UCUM codes)."""

    KWH = "kW.h", _("kWh")
    MWH = "MW.h", _("MWh")
    TEN_THOUSAND_KWH = "10*4.kW.h", _("ten thousand kWh")
    M3 = "m3", _("m³")
    GJ = "GJ", _("GJ")


# In what each carrier is counted; the first is what its registers mostly count in. A unit is so many of the unit in
# which we keep the carrier: kWh, m³, and GJ for heat.
FITTING: dict[str, dict[str, Decimal]] = {
    Carrier.ELECTRICITY: {
        Unit.KWH: Decimal(1),
        Unit.MWH: Decimal(1000),
        Unit.TEN_THOUSAND_KWH: Decimal(10_000),
    },
    Carrier.WATER: {Unit.M3: Decimal(1)},
    Carrier.GAS: {Unit.M3: Decimal(1)},
    Carrier.HEAT: {Unit.GJ: Decimal(1), Unit.KWH: Decimal("0.0036"), Unit.MWH: Decimal("3.6")},
}


def _fits() -> Q:
    every = Q()
    for sort, units in FITTING.items():
        every |= Q(sort=str(sort), unit__in=[str(unit) for unit in units])
    return every


class Meter(Coded):
    """A point at which use is measured, under the number on its bills: the device there may be swapped.

    ``ratio``: what the register shows is to be multiplied by it (current transformers). ``digits``: places of the
    register before the point, after which it begins again at 0; unknown where nobody looked.
    """

    personal = ("code", "household")

    sort = models.CharField(_("what it measures"), max_length=12, choices=Carrier)
    serves = models.CharField(_("for whom it measures"), max_length=12, choices=Serves)
    household = models.ForeignKey(
        Household, models.PROTECT, verbose_name=_("household"), related_name="+", null=True, blank=True
    )
    building = models.ForeignKey(
        Building, models.PROTECT, verbose_name=_("building"), related_name="+", null=True, blank=True
    )
    place = models.ForeignKey(Place, models.PROTECT, verbose_name=_("place"), related_name="+", null=True, blank=True)
    unit = models.CharField(_("unit of the register"), max_length=12, choices=Unit, blank=True)
    ratio = models.DecimalField(
        _("ratio"), max_digits=7, decimal_places=3, default=1, validators=[MinValueValidator(Decimal("0.001"))]
    )
    digits = models.PositiveSmallIntegerField(_("digits of the register"), null=True, blank=True)

    class Meta(Coded.Meta):
        verbose_name = _("meter")
        verbose_name_plural = _("meters")
        constraints = [
            *Coded.Meta.constraints,
            models.CheckConstraint(
                condition=Q(serves="household", household__isnull=False, building=None, place=None)
                | Q(serves="building", building__isnull=False, household=None, place=None)
                | (Q(serves="public", household=None) & (Q(building__isnull=False) | Q(place__isnull=False))),
                name="meter_serves_what_it_names",
                violation_error_message=_(
                    "Name the household, the building or the place it measures for, and no other."
                ),
            ),
            models.CheckConstraint(
                condition=_fits(),
                name="meter_counts_in_a_fitting_unit",
                violation_error_message=_("What it measures is not counted in this unit."),
            ),
            models.CheckConstraint(
                condition=Q(digits=None) | Q(digits__gte=3, digits__lte=9),
                name="meter_has_digits",
                violation_error_message=_("A register has 3 to 9 digits before the point."),
            ),
            models.CheckConstraint(
                condition=Q(ratio__gt=0), name="meter_has_ratio", violation_error_message=_("The ratio is above 0.")
            ),
        ]


class Reading(Event):
    """What a register showed on a ``day``, in the unit of its meter.

    A swap or a reset has two: ``reading``, the last before it, and ``start_reading``, from where it goes on.
    """

    natural = ("meter", "day", "sort")
    personal = ("meter", "reading", "start_reading")

    class Sort(models.TextChoices):
        """What happened to the register."""

        READ = "read", _("reading")
        ESTIMATE = "estimate", _("estimate")
        ROLLOVER = "rollover", _("rolled over since the last reading")
        RESET = "reset", _("set back")
        SWAP = "swap", _("meter swapped")

    meter = models.ForeignKey(Meter, models.PROTECT, verbose_name=_("meter"), related_name="+")
    sort = models.CharField(_("sort of reading"), max_length=8, choices=Sort, default=Sort.READ)
    reading = models.DecimalField(_("reading"), null=True, blank=True, max_digits=15, decimal_places=6)
    start_reading = models.DecimalField(
        _("start reading after it"), null=True, blank=True, max_digits=15, decimal_places=6
    )

    class Meta(Event.Meta):
        verbose_name = _("meter reading")
        verbose_name_plural = _("meter readings")
        constraints = [
            *Event.Meta.constraints,
            models.CheckConstraint(
                condition=Q(sort__in=["reset", "swap"]) | Q(reading__isnull=False, start_reading=None),
                name="reading_says_what_was_read",
                violation_error_message=_("Write what the register showed; a start reading is for a swap or a reset."),
            ),
            models.CheckConstraint(
                condition=(Q(reading=None) | Q(reading__gte=0)) & (Q(start_reading=None) | Q(start_reading__gte=0)),
                name="reading_is_not_negative",
                violation_error_message=_("A register shows 0 or more."),
            ),
        ]

    def __str__(self) -> str:
        return str(self.get_sort_display())


class Usage(Spell):
    """Use over a run of days as a bill or a file tells it, its meter's ratio in it already.

    ``unit``: in what it is told, when that is not the unit of the meter's register.
    """

    natural = ("meter", "day", "source")
    personal = ("meter", "used", "amount_cny")

    class Source(models.TextChoices):
        """Who tells it."""

        BILL = "bill", _("bill")
        INTERVALS = "intervals", _("intervals of the meter itself")
        ESTIMATE = "estimate", _("estimate")

    meter = models.ForeignKey(Meter, models.PROTECT, verbose_name=_("meter"), related_name="+")
    source = models.CharField(_("who tells it"), max_length=12, choices=Source, default=Source.BILL)
    used = models.DecimalField(_("used"), max_digits=15, decimal_places=6)
    unit = models.CharField(_("unit, if not the meter's"), max_length=12, choices=Unit, blank=True)
    amount_cny = models.DecimalField(_("cost (yuan)"), max_digits=10, decimal_places=2, null=True, blank=True)

    class Meta(Spell.Meta):
        verbose_name = _("billed use")
        verbose_name_plural = _("billed uses")
        constraints = [
            *Spell.Meta.constraints,
            models.CheckConstraint(
                condition=Q(until__gt=F("day")),
                name="usage_has_days",
                violation_error_message=_("Say until when: the first day that it no longer tells."),
            ),
            models.CheckConstraint(
                condition=Q(used__gte=0),
                name="usage_is_not_negative",
                violation_error_message=_("Nobody used less than nothing: correct the bill it sets right instead."),
            ),
        ]

    def __str__(self) -> str:
        return str(self.get_source_display())


class MonthlyUse(Event):
    """What a meter used in the month that begins on ``day``: derived from readings and bills, and typed by nobody.

    ``used_…`` holds what is known and what is estimated together, ``estimated_…`` what of it is estimated; the column
    of the meter's own unit is filled, and none where nothing is known. ``doubts``: names between commas.
    """

    natural = ("meter", "day")
    personal = ("meter", "used_kwh", "used_m3", "used_gj", "estimated_kwh", "estimated_m3", "estimated_gj")

    meter = models.ForeignKey(Meter, models.PROTECT, verbose_name=_("meter"), related_name="+")
    sort = models.CharField(_("what it measures"), max_length=12, choices=Carrier)
    serves = models.CharField(_("for whom it measures"), max_length=12, choices=Serves)
    used_kwh = models.DecimalField(_("used (kWh)"), max_digits=18, decimal_places=3, null=True)
    used_m3 = models.DecimalField(_("used (m³)"), max_digits=18, decimal_places=3, null=True)
    used_gj = models.DecimalField(_("used (GJ)"), max_digits=18, decimal_places=3, null=True)
    estimated_kwh = models.DecimalField(_("of it estimated (kWh)"), max_digits=18, decimal_places=3, null=True)
    estimated_m3 = models.DecimalField(_("of it estimated (m³)"), max_digits=18, decimal_places=3, null=True)
    estimated_gj = models.DecimalField(_("of it estimated (GJ)"), max_digits=18, decimal_places=3, null=True)
    known_d = models.PositiveSmallIntegerField(_("days known"))
    estimated_d = models.PositiveSmallIntegerField(_("days estimated"))
    doubts = models.CharField(_("doubts"), max_length=120, blank=True)
    doubted = models.BooleanField(_("in doubt"))

    class Meta(Event.Meta):
        verbose_name = _("use of a month")
        verbose_name_plural = _("uses of months")
