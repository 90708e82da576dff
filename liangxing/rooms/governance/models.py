"""Groups and their members, meetings and what was said in them, replies, what was published, and notices."""

from __future__ import annotations

from django.db import models
from django.db.models import Q
from django.utils.formats import date_format
from django.utils.translation import gettext_lazy as _

from liangxing.activities.models import Activity
from liangxing.records.models import Event, Spell
from liangxing.register.models import Building, Estate
from liangxing.register.models.territory import Coded, Named


class Group(Named):
    """A group that leads or advises. ``sort``: ``founding``, ``joint-council``, ``rule-of-law``, …: an open set."""

    sort = models.CharField(_("sort of group"), max_length=24)

    class Meta(Named.Meta):
        verbose_name = _("group")
        verbose_name_plural = _("groups")


class Member(Spell):
    """Somebody in a group. ``stands_for``: on whose behalf (``enterprise-head``, ``resident``, …: an open set)."""

    class Duty(models.TextChoices):
        """What a member does in the group."""

        LEADER = "leader", _("leader")
        DEPUTY = "deputy", _("deputy leader")
        MEMBER = "member", _("member")

    natural = ("group", "name")
    personal = ("name",)

    group = models.ForeignKey(Group, models.PROTECT, verbose_name=_("group"), related_name="+")
    name = models.CharField(_("name of the person"), max_length=60)
    duty = models.CharField(_("duty"), max_length=8, choices=Duty, default=Duty.MEMBER)
    stands_for = models.CharField(_("stands for"), max_length=24)

    class Meta(Spell.Meta):
        verbose_name = _("member of a group")
        verbose_name_plural = _("members of groups")


class OpinionMeeting(Event):
    """A meeting called to hear opinions; the activity says when and where."""

    class Sort(models.TextChoices):
        """The four kinds of opinion meeting (self-check A, B1.2)."""

        PARTY = "party", _("party members' meeting")
        UNITS = "unit-heads", _("meeting of heads of resident units")
        BUILDINGS = "building-heads", _("building heads' forum")
        RESIDENTS = "residents", _("residents' representatives' forum")

    natural = ("code",)
    called = ("code",)

    code = models.CharField(_("code"), max_length=40)
    sort = models.CharField(_("sort of meeting"), max_length=16, choices=Sort)
    activity = models.ForeignKey(
        Activity, models.PROTECT, verbose_name=_("activity"), related_name="+", null=True, blank=True
    )

    class Meta(Event.Meta):
        verbose_name = _("opinion meeting")
        verbose_name_plural = _("opinion meetings")

    def __str__(self) -> str:
        return f"{self.get_sort_display()} {date_format(self.day)}"


class Opinion(Event):
    """What somebody said in a meeting or wrote."""

    natural = ("code",)
    called = ("code",)
    personal = ("raised_by",)
    withheld = ("text",)

    code = models.CharField(_("code"), max_length=40)
    meeting = models.ForeignKey(
        OpinionMeeting, models.PROTECT, verbose_name=_("opinion meeting"), related_name="+", null=True, blank=True
    )
    text = models.CharField(_("what was said"), max_length=300)
    raised_by = models.CharField(_("raised by"), max_length=60, blank=True)

    class Meta(Event.Meta):
        verbose_name = _("opinion")
        verbose_name_plural = _("opinions")

    def __str__(self) -> str:
        return self.code


class Reply(Event):
    """What was answered to an opinion, and whether the matter is settled."""

    natural = ("opinion",)
    withheld = ("text",)

    opinion = models.ForeignKey(Opinion, models.PROTECT, verbose_name=_("opinion"), related_name="+")
    text = models.CharField(_("answer"), max_length=300)
    settled = models.BooleanField(_("settled"), default=False)

    class Meta(Event.Meta):
        verbose_name = _("reply")
        verbose_name_plural = _("replies")


class Disclosure(Event):
    """Something that the committee published. ``day``: when it was put up."""

    class Matter(models.TextChoices):
        """The seven matters of the Residents' Committee Law (2025), art. 34."""

        DECISIONS = "decisions", _("decisions of meetings and their progress")
        AID = "aid", _("government money, gifts and goods")
        FACILITIES = "facilities", _("facilities")
        PROJECTS = "projects", _("service projects")
        CONSULTATION = "consultation", _("results of consultations")
        ASSISTANCE = "assistance", _("help to the government")
        OTHER = "other", _("other matters")

    natural = ("code",)

    code = models.CharField(_("code"), max_length=40)
    matter = models.CharField(_("matter"), max_length=14, choices=Matter)
    title = models.CharField(_("title"), max_length=120)
    shown_d = models.PositiveSmallIntegerField(_("shown for (days)"))

    class Meta(Event.Meta):
        verbose_name = _("disclosure")
        verbose_name_plural = _("disclosures")
        constraints = [
            *Event.Meta.constraints,
            models.CheckConstraint(condition=Q(shown_d__gt=0), name="disclosure_was_shown"),
        ]


class Notice(Coded):
    """A notice that hangs until a day: for one building, for one estate, or for everybody when neither is named."""

    called = ("code", "title")

    title = models.CharField(_("title"), max_length=120)
    text = models.TextField(_("text"))
    estate = models.ForeignKey(
        Estate, models.PROTECT, verbose_name=_("estate"), related_name="+", null=True, blank=True
    )
    building = models.ForeignKey(
        Building, models.PROTECT, verbose_name=_("building"), related_name="+", null=True, blank=True
    )

    class Meta(Coded.Meta):
        verbose_name = _("notice")
        verbose_name_plural = _("notices")

    def __str__(self) -> str:
        return self.title
