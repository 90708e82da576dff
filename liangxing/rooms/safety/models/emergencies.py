"""What is happening, and who is safe."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from liangxing.records.models import Event
from liangxing.register.models import Household
from liangxing.register.models.territory import Named


class Emergency(Named):
    """Something is happening, or is being practised; while it stands, households say whether they are safe."""

    exercise = models.BooleanField(_("an exercise"), default=False)

    class Meta(Named.Meta):
        verbose_name = _("emergency")
        verbose_name_plural = _("emergencies")


class CheckIn(Event):
    """A household says how it is. Saying it again corrects what it said before, so that the newest counts, and once."""

    class State(models.TextChoices):
        """How they are."""

        SAFE = "safe", _("all safe")
        HELP = "help", _("needs help")

    class Teller(models.TextChoices):
        """Who said it."""

        SELF = "self", _("the household itself")
        NEIGHBOUR = "neighbour", _("a neighbour")
        WORKER = "worker", _("a community worker")

    natural = ("emergency", "household")
    personal = ("household", "place")

    emergency = models.ForeignKey(Emergency, models.PROTECT, verbose_name=_("emergency"), related_name="+")
    household = models.ForeignKey(Household, models.PROTECT, verbose_name=_("household"), related_name="+")
    state = models.CharField(_("state"), max_length=4, choices=State)
    place = models.CharField(_("where they are"), max_length=80, blank=True)
    told_by = models.CharField(_("told by"), max_length=9, choices=Teller, default=Teller.WORKER)

    class Meta(Event.Meta):
        verbose_name = _("safe check-in")
        verbose_name_plural = _("safe check-ins")
