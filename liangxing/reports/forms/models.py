"""A form that a department asks for, what each of its cells means, what was answered in it, and when it was filled."""

from __future__ import annotations

from datetime import date, timedelta

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from liangxing.kernel.period import Period
from liangxing.records.models import Event, Spell


class Form(Spell):
    """A department's form, in force from ``day`` until the day before ``until``.

    ``sha256``: its blank workbook in the store of evidence, attached to this record as a piece; empty while only the
    asking is known. A new edition of the workbook is a correction: the mapping of the cells that stayed is kept.
    """

    natural = ("code",)

    class Rhythm(models.TextChoices):
        """How often it is asked for."""

        YEARLY = "yearly", _("every year")
        HALF_YEARLY = "half_yearly", _("every half-year")
        QUARTERLY = "quarterly", _("every quarter")
        MONTHLY = "monthly", _("every month")
        ONCE = "once", _("once")

    code = models.CharField(_("number of the form"), max_length=40)
    title = models.CharField(_("title of the form"), max_length=120)
    asked_by = models.CharField(_("asked by"), max_length=80, help_text=_("The department that asks for it."))
    authority = models.CharField(
        _("authority"), max_length=200, blank=True, help_text=_("The rule or paper by which they may ask.")
    )
    period = models.CharField(_("how often"), max_length=12, choices=Rhythm, default=Rhythm.YEARLY)
    within_d = models.PositiveSmallIntegerField(
        _("returned within (days)"), default=10, help_text=_("Days after the end of each period.")
    )
    sha256 = models.CharField(_("SHA-256 of the blank form"), max_length=64, blank=True)
    file_name = models.CharField(_("file name"), max_length=120, blank=True)

    class Meta(Spell.Meta):
        verbose_name = _("form")
        verbose_name_plural = _("forms")

    def __str__(self) -> str:
        return self.title

    @property
    def valid_from(self) -> date:
        """The first day on which it is in force."""
        return self.day

    @property
    def valid_until(self) -> date | None:
        """The last day on which it is in force; ``None`` while no end is known."""
        return None if self.until is None else self.until - timedelta(days=1)


class FormField(Event):
    """One cell of a form that wants a value, and where the value comes from. ``day``: when somebody said so.

    ``key``: the measure (``register.households``), or the fact of the register (``community.name``).
    ``inline``: the label stands in the cell itself, and the value comes behind it. ``options``: what may be answered,
    one a line; empty when anything may.
    """

    natural = ("form", "sheet", "cell", "label")

    class Source(models.TextChoices):
        """Where the value of a cell comes from."""

        MEASURE = "measure", _("a figure")
        FACT = "fact", _("a fact of the register")
        ANSWER = "answer", _("asked, and kept as an answer of this form")
        NOTHING = "nothing", _("left as it is")

    class Over(models.TextChoices):
        """Which days a figure is asked about."""

        UNTIL = "until", _("up to the last day")
        PERIOD = "period", _("within the period of the form")
        BEFORE = "before", _("the calendar year before")

    form = models.ForeignKey(Form, models.PROTECT, verbose_name=_("form"), related_name="+")
    sheet = models.CharField(_("sheet"), max_length=31)
    cell = models.CharField(_("cell"), max_length=10)
    label = models.CharField(_("label"), max_length=200)
    section = models.CharField(_("section"), max_length=120, blank=True)
    unit = models.CharField(_("unit that the form asks for"), max_length=24, blank=True)
    source = models.CharField(_("comes from"), max_length=8, choices=Source)
    key = models.CharField(_("figure or fact"), max_length=60, blank=True)
    over = models.CharField(_("days"), max_length=8, choices=Over, default=Over.UNTIL)
    inline = models.BooleanField(_("behind the label in the same cell"), default=False)
    options = models.TextField(_("possible answers"), blank=True)

    class Meta(Event.Meta):
        verbose_name = _("cell of a form")
        verbose_name_plural = _("cells of forms")

    @property
    def anchor(self) -> str:
        """Where it stands, as a spreadsheet names it."""
        return f"{self.sheet}!{self.cell}"


class FormRows(Event):
    """A part of a form in which each record of one kind has a row. ``columns``: of the sheet, to the kind's fields.

    ``columns`` is told as ``B=code,C=name,A=#``; ``#`` numbers the rows. Rows ``first`` to ``last`` (counted from 1)
    are there in the blank form; more are put in between as they are needed.
    """

    natural = ("form", "sheet", "first")

    form = models.ForeignKey(Form, models.PROTECT, verbose_name=_("form"), related_name="+")
    sheet = models.CharField(_("sheet"), max_length=31)
    first = models.PositiveIntegerField(_("first row"))
    last = models.PositiveIntegerField(_("last row"))
    label = models.CharField(_("label"), max_length=200, blank=True)
    kind = models.CharField(_("kind of record"), max_length=60, blank=True)
    columns = models.TextField(_("columns"), blank=True)

    class Meta(Event.Meta):
        verbose_name = _("rows of a form")
        verbose_name_plural = _("rows of forms")


class Answer(Event):
    """What was answered in a cell that no fact answers, for one period: of this form only, never a fact.

    ``kept``: it had not changed since the last time, and was confirmed with one tap.
    """

    natural = ("field", "first", "after")
    personal = ("value",)  # such as who filled the form in

    form = models.ForeignKey(Form, models.PROTECT, verbose_name=_("form"), related_name="+")
    field = models.ForeignKey(FormField, models.PROTECT, verbose_name=_("cell of a form"), related_name="+")
    first = models.DateField(_("first day"))
    after = models.DateField(_("first day after"))
    value = models.CharField(pgettext_lazy("in a form", "answer"), max_length=500)
    kept = models.BooleanField(_("as the last time"), default=False)

    class Meta(Event.Meta):
        verbose_name = _("answer in a form")
        verbose_name_plural = _("answers in forms")


class Filling(Event):
    """That a form was filled for a period, as known at ``known_at``: it can be filled so again at any time.

    ``recorded_at`` says when, its act by whom. ``typing_s``: seconds from the first key to the sending, as the page
    counted them: a sum for the form, of interest only as that. ``by_itself``, ``asked``, ``confirmed`` and ``open``:
    how many cells were filled from records, typed, confirmed with one tap, and left empty; ``rows``: repeated rows.
    """

    form = models.ForeignKey(Form, models.PROTECT, verbose_name=_("form"), related_name="+")
    first = models.DateField(_("first day"))
    after = models.DateField(_("first day after"))
    known_at = models.DateTimeField(_("known at"))
    typing_s = models.PositiveIntegerField(_("seconds typed"), null=True, blank=True)
    by_itself = models.PositiveIntegerField(_("filled from records"))
    asked = models.PositiveIntegerField(_("typed"))
    confirmed = models.PositiveIntegerField(_("confirmed as the last time"))
    open = models.PositiveIntegerField(_("left empty"))
    rows = models.PositiveIntegerField(_("repeated rows"))

    class Meta(Event.Meta):
        verbose_name = _("filled form")
        verbose_name_plural = _("filled forms")

    @property
    def period(self) -> Period:
        """The days that it is about."""
        return Period(self.first, self.after)

    @property
    def cells(self) -> int:
        """How many single cells the form has."""
        return self.by_itself + self.asked + self.confirmed + self.open
