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
