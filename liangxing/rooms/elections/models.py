"""Polls, the committee that came out of them, representatives, the yearly review, and questions put to households."""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from liangxing.records.models import Event, Spell
from liangxing.register.models import Building, Estate, Household, ResidentsGroup
from liangxing.register.models.territory import Coded, Named


class Election(Event):
    """One poll for the residents' committee; ``day``: the day of the poll."""

    class Sort(models.TextChoices):
        """Who votes (Residents' Committee Law 2025, art. 19)."""

        VOTERS = "voters", _("all voters")
        HOUSEHOLDS = "households", _("household delegates")
        REPRESENTATIVES = "representatives", _("residents' representatives")

    natural = ("code",)

    code = models.CharField(_("code"), max_length=40)
    sort = models.CharField(_("who votes"), max_length=16, choices=Sort)
    eligible = models.PositiveIntegerField(_("entitled to vote"), null=True, blank=True)
    voted = models.PositiveIntegerField(_("voted"), null=True, blank=True)
    seats = models.PositiveSmallIntegerField(_("seats"), null=True, blank=True)
    candidates = models.PositiveSmallIntegerField(_("candidates"), null=True, blank=True)
    spare_candidates = models.PositiveSmallIntegerField(_("candidates beyond the seats"), null=True, blank=True)
    list_shown_d = models.PositiveSmallIntegerField(
        _("list of voters shown before the poll (days)"), null=True, blank=True
    )
    most_proxies = models.PositiveSmallIntegerField(_("most proxies of one voter"), null=True, blank=True)
    secret = models.BooleanField(_("secret, with booths"), default=False)
    open_count = models.BooleanField(_("counted in the open, told at once"), default=False)
    met_residents = models.BooleanField(_("candidates met residents"), default=False)

    class Meta(Event.Meta):
        verbose_name = _("election")
        verbose_name_plural = _("elections")
        constraints = [
            *Event.Meta.constraints,
            models.CheckConstraint(
                condition=Q(voted=None) | Q(eligible=None) | Q(voted__lte=F("eligible")),
                name="election_votes_of_the_entitled",
                violation_error_message=_("More people voted than were entitled to."),
            ),
        ]


class Seat(Spell):
    """A seat of the residents' committee, and who holds it."""

    class Duty(models.TextChoices):
        """The seats that the law knows (art. 8)."""

        CHAIR = "chair", _("chair")
        VICE = "vice", _("vice chair")
        MEMBER = "member", _("committee member")

    natural = ("name",)
    personal = ("name",)

    name = models.CharField(_("name of the person"), max_length=60)
    duty = models.CharField(_("duty"), max_length=8, choices=Duty)
    woman = models.BooleanField(_("woman"), default=False)
    related = models.BooleanField(_("near relative of another member"), default=False)

    class Meta(Spell.Meta):
        verbose_name = _("committee seat")
        verbose_name_plural = _("committee seats")


class Representative(Coded):
    """A residents' representative, chosen by households of a group."""

    personal = ("name",)

    name = models.CharField(_("name of the person"), max_length=60)
    household = models.ForeignKey(
        Household, models.PROTECT, verbose_name=_("household"), related_name="+", null=True, blank=True
    )
    group = models.ForeignKey(
        ResidentsGroup, models.PROTECT, verbose_name=_("residents' group"), related_name="+", null=True, blank=True
    )

    class Meta(Coded.Meta):
        verbose_name = _("residents' representative")
        verbose_name_plural = _("residents' representatives")


class Assembly(Event):
    """A meeting of residents or of their representatives that decides (art. 26 to 29)."""

    class Sort(models.TextChoices):
        """Who meets."""

        RESIDENTS = "residents", _("residents' meeting")
        REPRESENTATIVES = "representatives", _("representatives' meeting")

    natural = ("code",)

    code = models.CharField(_("code"), max_length=40)
    sort = models.CharField(_("sort of meeting"), max_length=16, choices=Sort)
    entitled = models.PositiveIntegerField(_("entitled to come"), null=True, blank=True)
    present = models.PositiveIntegerField(_("present"), null=True, blank=True)
    notice_d = models.PositiveSmallIntegerField(_("notice given (days)"), null=True, blank=True)

    class Meta(Event.Meta):
        verbose_name = _("deciding meeting")
        verbose_name_plural = _("deciding meetings")


class Review(Event):
    """The yearly review of the committee by residents or their representatives (art. 37)."""

    natural = ("code",)

    code = models.CharField(_("code"), max_length=40)
    published = models.BooleanField(_("published"), default=False)

    class Meta(Event.Meta):
        verbose_name = _("review of the committee")
        verbose_name_plural = _("reviews of the committee")


class Question(Named):
    """Something on which households vote, one vote each, until it ends; ``until``: the first day without voting.

    Put to the households of one building, of one estate, or of the whole community when neither is named.
    """

    text = models.TextField(_("what it is about"), blank=True)
    choices = models.TextField(_("choices, one a line"))
    estate = models.ForeignKey(
        Estate, models.PROTECT, verbose_name=_("estate"), related_name="+", null=True, blank=True
    )
    building = models.ForeignKey(
        Building, models.PROTECT, verbose_name=_("building"), related_name="+", null=True, blank=True
    )
    entitled = models.PositiveIntegerField(_("households entitled to vote"), null=True, blank=True)

    class Meta(Named.Meta):
        verbose_name = _("question to households")
        verbose_name_plural = _("questions to households")

    @property
    def lines(self) -> list[str]:
        """The choices."""
        return [line.strip() for line in self.choices.splitlines() if line.strip()]


class Vote(Event):
    """One ballot. It does not say whose: ``ballot`` is a keyed digest of question and household (see ``queries``).

    So each household has one ballot of a question and can change it, and nobody can read from a kept ballot, or from
    its entry in the ledger, who cast it. Its kind has no pages; ballots are shown when the question has ended.
    """

    natural = ("ballot",)
    confidential = True

    question = models.ForeignKey(Question, models.PROTECT, verbose_name=_("question to households"), related_name="+")
    ballot = models.CharField(_("ballot"), max_length=64)
    choice = models.CharField(_("choice"), max_length=120)

    class Meta(Event.Meta):
        verbose_name = _("ballot")
        verbose_name_plural = _("ballots")
        constraints = [
            *Event.Meta.constraints,
            models.UniqueConstraint(fields=["ballot"], condition=Q(struck_at=None), name="vote_one_of_each_household"),
        ]
