"""Who needs help in an emergency, with whose consent that is kept, and who helps."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from liangxing.records.models import Spell
from liangxing.register.models import Household, Post, Resident
from liangxing.register.models.territory import Coded


class Vulnerable(Coded):
    """Somebody who needs help in an emergency. ``need``: what makes it so, an open set; ``helper``: as a roster says.

    Who the helper is says a ``Pairing``, and that the person agreed to be kept here, a ``Consent``.
    """

    confidential = True

    household = models.ForeignKey(Household, models.PROTECT, verbose_name=_("household"), related_name="+")
    resident = models.ForeignKey(
        Resident, models.PROTECT, verbose_name=_("resident"), related_name="+", null=True, blank=True
    )
    need = models.CharField(_("what help is needed for"), max_length=24, blank=True)
    helper = models.BooleanField(_("has a helper"), default=False)
    card = models.BooleanField(_("has the card"), default=False)

    class Meta(Coded.Meta):
        verbose_name = _("person who needs help")
        verbose_name_plural = _("people who need help")


class Consent(Spell):
    """A person agreed that their need is kept, until the day that was told them; ended sooner when they say so."""

    class Giver(models.TextChoices):
        """Who agreed."""

        SELF = "self", _("the person")
        GUARDIAN = "guardian", _("a guardian")

    natural = ("vulnerable",)
    confidential = True

    vulnerable = models.ForeignKey(
        Vulnerable, models.PROTECT, verbose_name=_("person who needs help"), related_name="+"
    )
    given_by = models.CharField(_("given by"), max_length=8, choices=Giver, default=Giver.SELF)

    class Meta(Spell.Meta):
        verbose_name = _("consent")
        verbose_name_plural = _("consents")


class Pairing(Spell):
    """A named helper stands by somebody who needs help; the helper is whoever holds the post."""

    natural = ("vulnerable", "helper")
    confidential = True

    vulnerable = models.ForeignKey(
        Vulnerable, models.PROTECT, verbose_name=_("person who needs help"), related_name="+"
    )
    helper = models.ForeignKey(Post, models.PROTECT, verbose_name=_("helper"), related_name="+")

    class Meta(Spell.Meta):
        verbose_name = _("pairing with a helper")
        verbose_name_plural = _("pairings with helpers")
