"""Honours, and the other names under which texts list them."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from liangxing.records.models import Event, Spell
from liangxing.register.models.territory import Named


class Honour(Named):
    """A title that was awarded; ``day``: when. Its certificate is its evidence. ``field``: an open set."""

    class Level(models.TextChoices):
        """Who awards: which level of government."""

        COUNTRY = "country", _("national")
        PROVINCE = "province", _("provincial")
        CITY = "city", _("city level")
        DISTRICT = "district", _("district level")

    level = models.CharField(_("level"), max_length=8, choices=Level)
    field = models.CharField(_("field"), max_length=24)
    issuer = models.CharField(_("issuer"), max_length=80, blank=True)
    certificate = models.CharField(_("number of the certificate"), max_length=40, blank=True)

    class Meta(Named.Meta):
        verbose_name = _("honour")
        verbose_name_plural = _("honours")


class Alias(Spell):
    """Another name under which texts list an honour."""

    natural = ("honour", "name")

    honour = models.ForeignKey(Honour, models.PROTECT, verbose_name=_("honour"), related_name="+")
    name = models.CharField(_("other name"), max_length=80)

    class Meta(Spell.Meta):
        verbose_name = _("other name of an honour")
        verbose_name_plural = _("other names of honours")

    def __str__(self) -> str:
        return self.name


class Examination(Event):
    """An honour is examined again, on a ``day`` that may still be to come."""

    natural = ("honour", "day")

    class Outcome(models.TextChoices):
        """What came of it; empty while it is to come."""

        KEPT = "kept", _("title kept")
        LOST = "lost", _("title withdrawn")

    honour = models.ForeignKey(Honour, models.PROTECT, verbose_name=_("honour"), related_name="+")
    examiner = models.CharField(_("examined by"), max_length=80, blank=True)
    outcome = models.CharField(_("outcome"), max_length=8, choices=Outcome, blank=True)

    class Meta(Event.Meta):
        verbose_name = _("re-examination of an honour")
        verbose_name_plural = _("re-examinations of honours")

    def __str__(self) -> str:
        return str(self.honour)
