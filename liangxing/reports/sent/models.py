"""A document that was sent, each figure as it stood in it, and what a receiver was told when one no longer held."""

from __future__ import annotations

from decimal import Decimal

from django.db import models
from django.utils.translation import gettext_lazy as _

from liangxing.kernel.period import Period
from liangxing.kernel.quantity import say
from liangxing.records.models import Event


def exact(value: Decimal | int | None) -> str:
    """*value* as the exact text by which it is kept and compared; empty when it is unknown."""
    return "" if value is None else format(Decimal(value), "f")


class Dispatch(Event):
    """A report, form or poster that went out on ``day``. ``receiver``: a department or a place, never a person."""

    natural = ("code",)

    class Sort(models.TextChoices):
        """What was sent."""

        REPORT = "report", _("report")
        FORM = "form", _("form")
        POSTER = "poster", _("poster")
        PAPER = "paper", _("paper")

    code = models.CharField(_("number"), max_length=80)
    sort = models.CharField(_("sort"), max_length=8, choices=Sort)
    document = models.CharField(_("document"), max_length=60)
    title = models.CharField(_("title"), max_length=120)
    language = models.CharField(_("language"), max_length=8)
    as_of = models.DateField(_("as of"))
    known_at = models.DateTimeField(_("known at"))
    receiver = models.CharField(_("receiver"), max_length=80)

    class Meta(Event.Meta):
        verbose_name = _("document sent")
        verbose_name_plural = _("documents sent")

    def __str__(self) -> str:
        return self.title


class Statement(Event):
    """A figure as it stood in a document that was sent: its measure, days, moment of knowledge, value and rows."""

    natural = ("dispatch", "anchor")

    dispatch = models.ForeignKey(Dispatch, models.PROTECT, verbose_name=_("document sent"), related_name="+")
    anchor = models.CharField(_("place in the document"), max_length=40)
    measure = models.CharField(_("measure"), max_length=60)
    first = models.DateField(_("first day"))
    after = models.DateField(_("first day after"))
    known_at = models.DateTimeField(_("known at"))
    value = models.CharField(_("exact value"), max_length=60, blank=True)
    unit = models.CharField(_("unit"), max_length=24)
    shown = models.CharField(_("as it was said"), max_length=60)
    digest = models.CharField(_("digest of the rows"), max_length=64)

    class Meta(Event.Meta):
        indexes = [*Event.Meta.indexes, models.Index(fields=["community", "measure"])]
        verbose_name = _("figure that was sent")
        verbose_name_plural = _("figures that were sent")

    @property
    def period(self) -> Period:
        """The days that the figure is about."""
        return Period(self.first, self.after)

    def spoken(self, value: str, language: str) -> str:
        """An exact *value* of this figure as people write it in *language*."""
        if not value:
            return str(_("not recorded"))
        return say(Decimal(value), self.unit, language)


class Quotation(Event):
    """Words of a record that stood in a document that was sent: from which fact, and from which of its columns.

    The words themselves are not kept again: what the record said then is known, and goes when a person is erased.
    """

    natural = ("dispatch", "kind", "quoted", "column")

    dispatch = models.ForeignKey(Dispatch, models.PROTECT, verbose_name=_("document sent"), related_name="+")
    kind = models.CharField(_("kind of record"), max_length=60)
    quoted = models.UUIDField(_("quoted record"), db_index=True)
    column = models.CharField(_("column"), max_length=60)

    class Meta(Event.Meta):
        verbose_name = _("quotation that was sent")
        verbose_name_plural = _("quotations that were sent")


class Erratum(Event):
    """What a receiver was told on ``day``: of a figure or quotation that was sent, what it is now, and why.

    What a quoted record said on that day is known, and not kept again.
    """

    personal = ("reason",)

    statement = models.ForeignKey(
        Statement, models.PROTECT, verbose_name=_("figure that was sent"), related_name="+", null=True, blank=True
    )
    quotation = models.ForeignKey(
        Quotation, models.PROTECT, verbose_name=_("quotation that was sent"), related_name="+", null=True, blank=True
    )
    value = models.CharField(_("exact value now"), max_length=60, blank=True)
    reason = models.CharField(_("reason"), max_length=200)

    class Meta(Event.Meta):
        verbose_name = _("erratum")
        verbose_name_plural = _("errata")
