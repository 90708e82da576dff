"""Assessments that were frozen, who undertook what, and the tables that an office brought as standards of its own."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from liangxing.records.models import Event, Spell
from liangxing.register.models import Organisation


class Assessment(Event):
    """A standard was held against the records; ``day``: the day looked at, ``known_at``: the moment of knowledge."""

    standard = models.CharField(_("standard"), max_length=60)
    known_at = models.DateTimeField(_("known at"))

    class Meta(Event.Meta):
        verbose_name = _("assessment")
        verbose_name_plural = _("assessments")


class ClauseFinding(Event):
    """What one clause found in an assessment; ``value`` as text, exact, empty when unknown."""

    assessment = models.ForeignKey(Assessment, models.PROTECT, verbose_name=_("assessment"), related_name="+")
    number = models.CharField(_("clause"), max_length=20)
    finding = models.CharField(_("finding"), max_length=8)
    value = models.CharField(_("value"), max_length=200, blank=True)

    class Meta(Event.Meta):
        verbose_name = _("finding")
        verbose_name_plural = _("findings")


class Undertaking(Event):
    """Who takes a clause that lacks something, until when, and how long it is thought to take.

    A post or an organisation, and never a person: ``role`` is a key of the register's roles.
    """

    natural = ("standard", "number")

    standard = models.CharField(_("standard"), max_length=60)
    number = models.CharField(_("clause"), max_length=20)
    role = models.CharField(_("post"), max_length=24, blank=True)
    organisation = models.ForeignKey(
        Organisation, models.PROTECT, null=True, blank=True, verbose_name=_("organisation"), related_name="+"
    )
    due = models.DateField(_("by when"), null=True, blank=True)
    minutes = models.PositiveIntegerField(_("minutes needed"), null=True, blank=True)

    class Meta(Event.Meta):
        verbose_name = _("undertaking")
        verbose_name_plural = _("undertakings")


class Edition(Spell):
    """One edition of a standard that an office brought as a table; ``day``, ``until``: when it is in force.

    Editions of one standard have the same ``code``. The file that it was read from is its evidence.
    """

    natural = ("code", "edition")

    code = models.SlugField(_("code"), max_length=40)
    edition = models.PositiveSmallIntegerField(_("edition"))
    title = models.CharField(_("title"), max_length=120)
    title_en = models.CharField(_("title in English"), max_length=160, blank=True)
    issuer = models.CharField(_("issuer"), max_length=120)
    number = models.CharField(_("number of the document"), max_length=80, blank=True)
    source = models.CharField(_("source"), max_length=200)
    remark = models.CharField(_("remark"), max_length=400, blank=True)
    honours = models.CharField(_("field of honours"), max_length=24, blank=True)

    class Meta(Spell.Meta):
        verbose_name = _("edition of a standard")
        verbose_name_plural = _("editions of standards")

    def __str__(self) -> str:
        return self.title

    @property
    def key(self) -> str:
        """The key of the book that it is."""
        return f"{self.code}-e{self.edition}"


class EditionLevel(Event):
    """What an edition calls a result of at least so many points."""

    standard = models.ForeignKey(Edition, models.PROTECT, verbose_name=_("edition"), related_name="+")
    title = models.CharField(_("level"), max_length=60)
    title_en = models.CharField(_("level in English"), max_length=80, blank=True)
    at_least = models.PositiveSmallIntegerField(_("points at least"))

    class Meta(Event.Meta):
        verbose_name = _("level of an edition")
        verbose_name_plural = _("levels of editions")


class EditionClause(Spell):
    """A clause of an edition, at its ``place`` in the table; ``day``, ``until``: when its text is in force."""

    standard = models.ForeignKey(Edition, models.PROTECT, verbose_name=_("edition"), related_name="+")
    place = models.PositiveSmallIntegerField(_("place in the table"))
    number = models.CharField(_("number"), max_length=20)
    part = models.CharField(_("part"), max_length=80, blank=True)
    part_en = models.CharField(_("part in English"), max_length=120, blank=True)
    text = models.CharField(_("text"), max_length=1000)
    text_en = models.CharField(_("text in English"), max_length=1500, blank=True)
    status = models.CharField(_("what is known of the text"), max_length=12, default="read")
    points = models.PositiveSmallIntegerField(_("points"), null=True, blank=True)
    needs = models.CharField(_("what would have to be recorded"), max_length=300, blank=True)
    needs_en = models.CharField(_("the same in English"), max_length=400, blank=True)
    evidence = models.CharField(_("evidence"), max_length=120, blank=True)
    follows = models.CharField(_("in the place of"), max_length=120, blank=True)
    who = models.CharField(_("who answers for it"), max_length=80, blank=True)
    who_en = models.CharField(_("who, in English"), max_length=120, blank=True)
    due = models.DateField(_("to be done by"), null=True, blank=True)
    effort_min = models.PositiveIntegerField(_("minutes it takes"), null=True, blank=True)
    source = models.CharField(_("source"), max_length=200)

    class Meta(Spell.Meta):
        verbose_name = _("clause of an edition")
        verbose_name_plural = _("clauses of editions")


class EditionTest(Event):
    """What a clause of an edition asks of one figure; ``numbers``: exact, fractions as 2/3, separated by spaces."""

    clause = models.ForeignKey(EditionClause, models.PROTECT, verbose_name=_("clause"), related_name="+")
    measure = models.CharField(_("figure"), max_length=80)
    rule = models.CharField(_("rule"), max_length=12)
    numbers = models.CharField(_("numbers"), max_length=80, blank=True)
    span = models.CharField(_("span"), max_length=12, default="year")

    class Meta(Event.Meta):
        verbose_name = _("test of a clause")
        verbose_name_plural = _("tests of clauses")
