"""Who needs help in an emergency."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from liangxing.register.models import Household
from liangxing.register.models.territory import Coded


class Vulnerable(Coded):
    """Somebody who needs help in an emergency, and whether a helper and a card are there."""

    confidential = True

    household = models.ForeignKey(Household, models.PROTECT, verbose_name=_("household"), related_name="+")
    helper = models.BooleanField(_("has a helper"), default=False)
    card = models.BooleanField(_("has the card"), default=False)

    class Meta(Coded.Meta):
        verbose_name = _("person who needs help")
        verbose_name_plural = _("people who need help")
