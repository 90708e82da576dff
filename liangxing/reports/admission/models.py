"""What becomes of a form that is asked for: returned by hand, or sent back to who asked."""

from __future__ import annotations

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from liangxing.kernel.period import Period
from liangxing.records.models import Event
from liangxing.reports.forms.models import Form


class ByHand(Event):
    """A form that was filled by hand and returned on ``day``: what a form costs that is not filled from records.

    ``minutes``: what the filling took in all, as the office says; ``None`` when nobody knows. Of a form, never of who
    filled it: nobody's name belongs here.
    """

    natural = ("form", "first", "after")

    form = models.ForeignKey(Form, models.PROTECT, verbose_name=_("form"), related_name="+")
    first = models.DateField(_("about the days from"))
    after = models.DateField(_("until before"))
    cells = models.PositiveIntegerField(_("cells filled"))
    minutes = models.PositiveIntegerField(_("minutes it took"), null=True, blank=True)

    class Meta(Event.Meta):
        verbose_name = _("form filled by hand")
        verbose_name_plural = _("forms filled by hand")
        constraints = [
            *Event.Meta.constraints,
            models.CheckConstraint(
                condition=Q(after__gt=models.F("first")),
                name="admission_byhand_about_some_days",
                violation_error_message=_("It ends before it begins."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.form.title} {self.period}"

    @property
    def period(self) -> Period:
        """The days that it is about."""
        return Period(self.first, self.after)


class Why(models.TextChoices):
    """Why a form is not filled."""

    NO_AUTHORITY = "no_authority", _("without authority")
    BEFORE = "before", _("before its term")
    PAST = "past", _("past its term")


class SentBack(Event):
    """That a form was asked for on ``day`` and sent back to the department, with the reason."""

    form = models.ForeignKey(Form, models.PROTECT, verbose_name=_("form"), related_name="+")
    why = models.CharField(_("why"), max_length=12, choices=Why)

    class Meta(Event.Meta):
        verbose_name = _("form sent back")
        verbose_name_plural = _("forms sent back")
