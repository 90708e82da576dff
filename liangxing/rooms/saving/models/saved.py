"""What was saved: the weather, the campaign against whose day it is counted, and the answer for each meter."""

from __future__ import annotations

from decimal import Decimal

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from liangxing.records.models import Event, Spell
from liangxing.register.models import Household
from liangxing.register.models.territory import Named

from .meters import Carrier, Meter

COLDEST_CEL, HOTTEST_CEL = Decimal(-60), Decimal(60)


class WeatherDay(Event):
    """How warm it was outside on a ``day``, as the mean of a weather station. ``source``: whose numbers these are."""

    natural = ("station", "day")

    station = models.CharField(_("weather station"), max_length=20)
    mean_cel = models.DecimalField(
        _("mean temperature (°C)"),
        max_digits=4,
        decimal_places=1,
        validators=[MinValueValidator(COLDEST_CEL), MaxValueValidator(HOTTEST_CEL)],
    )
    source = models.CharField(_("source of the temperature"), max_length=120)

    class Meta(Event.Meta):
        verbose_name = _("day of weather")
        verbose_name_plural = _("days of weather")
        constraints = [
            *Event.Meta.constraints,
            models.CheckConstraint(
                condition=Q(mean_cel__gte=COLDEST_CEL, mean_cel__lte=HOTTEST_CEL),
                name="weather_is_of_this_earth",
                violation_error_message=_("A daily mean in °C lies between −60 and 60: is this another unit?"),
            ),
        ]

    def __str__(self) -> str:
        return self.station


class SavingCampaign(Named):
    """The community as a whole begins to save: the day against which a home is measured that did nothing of its own."""

    class Meta(Named.Meta):
        verbose_name = _("saving campaign")
        verbose_name_plural = _("saving campaigns")


class SavedUse(Spell):
    """What a home's meter saved from ``day`` to before ``until``: derived from its use and the weather, never typed.

    ``expected``: what it would have used in this weather had it lived on as in the year before. ``used``: what it used.
    ``taken_off``: what of the difference similar homes showed too, without a measure or pledge of their own (below 0
    when they used more). ``saved`` is expected − used − taken_off, and with 90 % likelihood it lies between
    ``saved_low`` and ``saved_high``. All in ``unit``; all ``None`` where the verdict is *insufficient data*.

    ``occasion``: what began on ``began_on``; ``day`` is the first of a month, for of the month in which it began
    nobody knows which days are before and which after.
    ``own_error`` and ``group_error`` are the two parts of the error (one standard deviation, in ``unit``): homes of the
    same ``group`` share the second, so over homes the first adds up squared and the second as it is.
    ``compared``: homes in the comparison group, 0 where none could be made. ``reasons``: names between commas, in
    words by ``queries.saved.reasons_of``. ``basis``: a hash of all that went in; the same basis has the same answer.
    """

    natural = ("meter", "day")
    personal = ("meter", "household", "used", "expected", "taken_off", "saved", "saved_low", "saved_high",
                "own_error", "group_error")  # fmt: skip

    class Verdict(models.TextChoices):
        """What may be said of it."""

        SAVED = "saved", _("saved")
        MORE = "more", _("used more")
        UNPROVEN = "unproven", _("not proven")
        INSUFFICIENT = "insufficient", _("insufficient data")

    class Occasion(models.TextChoices):
        """From what on it is counted."""

        MEASURE = "measure", _("a saving measure")
        PLEDGE = "pledge", _("a pledge")
        CAMPAIGN = "campaign", _("the community's campaign")

    class Method(models.TextChoices):
        """How it was worked out."""

        DAILY = "caltrack-daily", _("daily readings and weather (CalTRACK)")
        BILLING = "caltrack-billing", _("bills and weather (CalTRACK)")
        HEATING = "heating-days", _("bills and heating weather (gas)")
        MEANS = "means", _("the year before and after, without weather")
        NONE = "none", _("none")

    meter = models.ForeignKey(Meter, models.PROTECT, verbose_name=_("meter"), related_name="+")
    household = models.ForeignKey(Household, models.PROTECT, verbose_name=_("household"), related_name="+")
    sort = models.CharField(_("what it measures"), max_length=12, choices=Carrier)
    unit = models.CharField(_("unit"), max_length=12)
    occasion = models.CharField(_("from what on"), max_length=10, choices=Occasion)
    began_on = models.DateField(_("began on"))
    verdict = models.CharField(_("verdict"), max_length=12, choices=Verdict)
    reasons = models.CharField(_("reasons"), max_length=200, blank=True)
    method = models.CharField(_("method"), max_length=16, choices=Method)
    used = models.DecimalField(_("used"), max_digits=14, decimal_places=3, null=True)
    expected = models.DecimalField(_("expected in this weather"), max_digits=14, decimal_places=3, null=True)
    taken_off = models.DecimalField(_("what similar homes saved too"), max_digits=14, decimal_places=3, null=True)
    saved = models.DecimalField(_("saved (quantity)"), max_digits=14, decimal_places=3, null=True)
    saved_low = models.DecimalField(_("saved at least"), max_digits=14, decimal_places=3, null=True)
    saved_high = models.DecimalField(_("saved at most"), max_digits=14, decimal_places=3, null=True)
    own_error = models.DecimalField(_("error of its own"), max_digits=14, decimal_places=3, null=True)
    group_error = models.DecimalField(_("error of the comparison"), max_digits=14, decimal_places=3, null=True)
    group = models.CharField(_("comparison group"), max_length=60, blank=True)
    compared = models.PositiveSmallIntegerField(_("homes compared with"), default=0)
    known_d = models.PositiveSmallIntegerField(_("days with use and weather"), default=0)
    period_d = models.PositiveSmallIntegerField(_("days of the period"), default=0)
    basis = models.CharField(_("basis"), max_length=64)

    class Meta(Spell.Meta):
        verbose_name = _("proof of saving")
        verbose_name_plural = _("proofs of saving")
        constraints = [
            *Spell.Meta.constraints,
            models.CheckConstraint(
                condition=Q(verdict="insufficient", saved=None, saved_low=None, saved_high=None)
                | Q(saved__gte=F("saved_low"), saved__lte=F("saved_high")),
                name="saving_has_an_interval",
                violation_error_message=_("What was saved has an interval, or nothing is said of it."),
            ),
        ]

    def __str__(self) -> str:
        return str(self.get_verdict_display())


class Fitted(models.Model):
    """The answer of a model for the ``basis`` of its inputs, which it keeps as a hash alone: no fit is made twice.

    No record, and nothing to prove: without it the same numbers come out again, only slowly.
    """

    basis = models.CharField(primary_key=True, max_length=64)
    answer = models.JSONField()
