"""Books, loans and returns."""

from __future__ import annotations

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _
from stdnum import isbn as isbn_numbers

from liangxing.records.models import Event
from liangxing.register.models import Household
from liangxing.register.models.territory import Coded


def check_isbn(number: str) -> None:
    """Raise ``ValidationError`` unless *number* is empty or an ISBN whose check digit fits (ISO 2108)."""
    if number and not isbn_numbers.is_valid(number):
        raise ValidationError(_("%(number)s is no ISBN: its check digit does not fit."), params={"number": number})


class Book(Coded):
    """A book on the shelf; ``copies``: how many of it."""

    called = ("code", "title")

    title = models.CharField(_("title"), max_length=120)
    isbn = models.CharField(_("ISBN"), max_length=17, blank=True, validators=[check_isbn])
    copies = models.PositiveSmallIntegerField(_("copies"), default=1)

    class Meta(Coded.Meta):
        verbose_name = _("book")
        verbose_name_plural = _("books")

    def __str__(self) -> str:
        return self.title


class Loan(Event):
    """Somebody of a household took a book along, and wrote it down."""

    natural = ("code",)
    called = ("code",)

    code = models.CharField(_("code"), max_length=40)
    book = models.ForeignKey(Book, models.PROTECT, verbose_name=_("book"), related_name="+")
    household = models.ForeignKey(Household, models.PROTECT, verbose_name=_("household"), related_name="+")

    class Meta(Event.Meta):
        verbose_name = _("loan")
        verbose_name_plural = _("loans")

    def __str__(self) -> str:
        return self.code


class Return(Event):
    """The book is back."""

    natural = ("loan",)

    loan = models.ForeignKey(Loan, models.PROTECT, verbose_name=_("loan"), related_name="+")

    class Meta(Event.Meta):
        verbose_name = _("return")
        verbose_name_plural = _("returns")
