"""Renovations."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from liangxing.records.models import Event
from liangxing.register.models import Estate, Place


class Works(Event):
    """A renovation, from the day it was accepted; pictures of before and after are its evidence.

    ``sort``: ``greening``, ``ditch``, ``railing``, ``sewer``, ``pavement``, ``signs``, …: an open set.
    """

    natural = ("code",)
    called = ("code", "name")

    code = models.CharField(_("code"), max_length=40)
    name = models.CharField(_("name"), max_length=80)
    sort = models.CharField(_("sort of works"), max_length=16)
    estate = models.ForeignKey(
        Estate, models.PROTECT, verbose_name=_("estate"), related_name="+", null=True, blank=True
    )
    road = models.ForeignKey(Place, models.PROTECT, verbose_name=_("road"), related_name="+", null=True, blank=True)
    cost_cny = models.DecimalField(_("cost (yuan)"), max_digits=12, decimal_places=2, null=True, blank=True)

    class Meta(Event.Meta):
        verbose_name = _("works")
        verbose_name_plural = _("works")

    def __str__(self) -> str:
        return self.name
