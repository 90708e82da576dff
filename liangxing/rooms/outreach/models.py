"""Calls, pledges, campaigns and the days on which they were carried out."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from liangxing.activities.models import Activity
from liangxing.records.models import Event
from liangxing.register.models import Household
from liangxing.register.models.territory import Named


class Call(Named):
    """What the community calls its households to do; ``threshold_cel`` for a call that names a temperature."""

    threshold_cel = models.DecimalField(_("temperature (°C)"), max_digits=4, decimal_places=1, null=True, blank=True)

    class Meta(Named.Meta):
        verbose_name = _("call")
        verbose_name_plural = _("calls")


class Pledge(Event):
    """A household promises to follow a call."""

    natural = ("household", "call")
    begins = ("pledge", "call__code")

    household = models.ForeignKey(Household, models.PROTECT, verbose_name=_("household"), related_name="+")
    call = models.ForeignKey(Call, models.PROTECT, verbose_name=_("call"), related_name="+")

    class Meta(Event.Meta):
        verbose_name = _("pledge")
        verbose_name_plural = _("pledges")


class Campaign(Named):
    """A campaign under a name of its own."""

    class Meta(Named.Meta):
        verbose_name = _("campaign")
        verbose_name_plural = _("campaigns")


class CampaignDay(Event):
    """An activity that was part of a campaign."""

    natural = ("campaign", "activity")

    campaign = models.ForeignKey(Campaign, models.PROTECT, verbose_name=_("campaign"), related_name="+")
    activity = models.ForeignKey(Activity, models.PROTECT, verbose_name=_("activity"), related_name="+")

    class Meta(Event.Meta):
        verbose_name = _("campaign day")
        verbose_name_plural = _("campaign days")


class PledgeSample(Event):
    """Holders of a pledge drawn by lot, who are asked whether they keep it: published on ``day``, before anybody is.

    Drawn from those who had pledged by that day, as it was known when the sample was first recorded, by
    ``kernel.drawing`` with the pledge's fact as key: so whoever has the pledges and the ``seed`` draws the same.
    ``size``: how many are to be asked, fewer where fewer have pledged. A larger one begins with the smaller one.
    """

    natural = ("code",)

    code = models.CharField(_("code"), max_length=40)
    call = models.ForeignKey(Call, models.PROTECT, verbose_name=_("call"), related_name="+")
    size = models.PositiveSmallIntegerField(_("households to ask"))
    seed = models.CharField(_("seed"), max_length=40)

    class Meta(Event.Meta):
        verbose_name = _("sample of pledges")
        verbose_name_plural = _("samples of pledges")
        constraints = [
            *Event.Meta.constraints,
            models.CheckConstraint(
                condition=models.Q(size__gt=0),
                name="sample_asks_somebody",
                violation_error_message=_("Ask one household at least."),
            ),
        ]

    def __str__(self) -> str:
        return self.code


class PledgeAnswer(Event):
    """What a household of a sample said: whether it keeps its pledge. What one household says concerns nobody else."""

    class Answer(models.TextChoices):
        """As it was told; whoever was not reached has said nothing."""

        KEPT = "kept", _("keeps it")
        NOT_KEPT = "not-kept", _("does not keep it")
        NOT_REACHED = "not-reached", _("was not reached")

    natural = ("sample", "household")
    confidential = True

    sample = models.ForeignKey(PledgeSample, models.PROTECT, verbose_name=_("sample of pledges"), related_name="+")
    household = models.ForeignKey(Household, models.PROTECT, verbose_name=_("household"), related_name="+")
    answer = models.CharField(_("what it said"), max_length=12, choices=Answer)

    class Meta(Event.Meta):
        verbose_name = _("answer about a pledge")
        verbose_name_plural = _("answers about pledges")

    def __str__(self) -> str:
        return str(self.get_answer_display())
