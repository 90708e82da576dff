"""What is happening, who is safe, and who may ask about whom."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from liangxing.records.models import Event, Spell
from liangxing.register.models import Household
from liangxing.register.models.territory import Named


class Emergency(Named):
    """Something is happening, or is being practised; while it stands, households say whether they are safe."""

    exercise = models.BooleanField(_("an exercise"), default=False)
    began_at = models.DateTimeField(_("began at (time)"), null=True, blank=True)

    class Meta(Named.Meta):
        verbose_name = _("emergency")
        verbose_name_plural = _("emergencies")


class CheckIn(Event):
    """A household says how it is. Saying it again corrects what it said before, so that the newest counts, and once.

    The newest by the clock of this server. ``told_at``: when a device without a network says that it was told;
    ``after_s``: from the beginning of the emergency until the household was first heard of, unknown where it is.
    """

    class State(models.TextChoices):
        """How they are."""

        SAFE = "safe", _("all safe")
        HELP = "help", _("needs help")

    class Teller(models.TextChoices):
        """Who said it."""

        SELF = "self", _("the household itself")
        NEIGHBOUR = "neighbour", _("a neighbour")
        WORKER = "worker", _("a community worker")
        SHELTER = "shelter", _("somebody at the shelter")

    class Heard(models.TextChoices):
        """How soon the household was first heard of."""

        TEN_MINUTES = "10min", _("within ten minutes")
        LATER = "later", _("later")
        UNKNOWN = "unknown", _("not known how soon")

    natural = ("emergency", "household")
    personal = ("household", "place", "need")

    emergency = models.ForeignKey(Emergency, models.PROTECT, verbose_name=_("emergency"), related_name="+")
    household = models.ForeignKey(Household, models.PROTECT, verbose_name=_("household"), related_name="+")
    state = models.CharField(_("state"), max_length=4, choices=State)
    place = models.CharField(_("where they are"), max_length=80, blank=True)
    need = models.CharField(_("what is needed"), max_length=80, blank=True)
    told_by = models.CharField(_("told by"), max_length=9, choices=Teller, default=Teller.WORKER)
    told_at = models.DateTimeField(_("told at, by the device"), null=True, blank=True)
    after_s = models.PositiveIntegerField(_("first heard of after (seconds)"), null=True, blank=True)
    heard = models.CharField(_("how soon"), max_length=7, choices=Heard, default=Heard.UNKNOWN)

    class Meta(Event.Meta):
        verbose_name = _("safe check-in")
        verbose_name_plural = _("safe check-ins")


class Trust(Spell):
    """A household has said in advance who may ask how it is. ``word``: a hash of the word that they agreed on.

    Without a word nobody is answered by a page; people at the office then know that they may.
    """

    natural = ("household", "name")
    personal = ("household", "name", "word")

    household = models.ForeignKey(Household, models.PROTECT, verbose_name=_("household"), related_name="+")
    name = models.CharField(_("who may ask"), max_length=80)
    word = models.CharField(_("agreed word"), max_length=128, blank=True, editable=False)

    class Meta(Spell.Meta):
        verbose_name = _("consent to be asked about")
        verbose_name_plural = _("consents to be asked about")


class Asking(Event):
    """Somebody asked how a household is, and what became of the question."""

    class Outcome(models.TextChoices):
        """Who answered, if anybody."""

        WAITING = "waiting", _("passed on to people")
        TOLD = "told", _("answered by the agreed word")
        ANSWERED = "answered", _("answered by people")
        REFUSED = "refused", _("not answered")

    natural = ("code",)
    personal = ("household", "about", "asker")
    confidential = True

    code = models.CharField(_("code"), max_length=40)
    emergency = models.ForeignKey(Emergency, models.PROTECT, verbose_name=_("emergency"), related_name="+")
    household = models.ForeignKey(
        Household, models.PROTECT, verbose_name=_("household"), related_name="+", null=True, blank=True
    )
    about = models.CharField(_("about whom"), max_length=80)
    asker = models.CharField(_("who asks, and how to reach them"), max_length=120, blank=True)
    outcome = models.CharField(_("outcome"), max_length=8, choices=Outcome, default=Outcome.WAITING)

    class Meta(Event.Meta):
        verbose_name = _("question about somebody")
        verbose_name_plural = _("questions about somebody")
