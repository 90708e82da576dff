"""Call-and-answer: a round of calls, and what is known of everybody who was called."""

from __future__ import annotations

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.utils.translation import gettext_lazy as _

from liangxing.records.models import Event
from liangxing.register.models import Household, Post
from liangxing.register.models.territory import Named

from .warning import Alert


class State(models.TextChoices):
    """What is known of somebody who was to be called; nothing, while no record says it."""

    REACHED = "reached", _("reached")
    ANSWERED = "answered", _("answered")
    NOBODY = "nobody", _("tried, nobody there")


class CallRound(Named):
    """Everybody is called, for an alert or as an exercise; after ``rise_min`` minutes silence goes a level up."""

    alert = models.ForeignKey(Alert, models.PROTECT, verbose_name=_("alert"), related_name="+", null=True, blank=True)
    exercise = models.BooleanField(_("an exercise"), default=False)
    began_at = models.DateTimeField(_("began at"))
    rise_min = models.PositiveSmallIntegerField(
        _("minutes until it goes a level up"), default=10, validators=[MinValueValidator(1), MaxValueValidator(240)]
    )

    class Meta(Named.Meta):
        verbose_name = _("round of calls")
        verbose_name_plural = _("rounds of calls")


class PostCall(Event):
    """Whether somebody who passes a warning on was reached; the newest telling counts."""

    natural = ("round", "post")
    personal = ("post",)

    round = models.ForeignKey(CallRound, models.PROTECT, verbose_name=_("round of calls"), related_name="+")
    post = models.ForeignKey(Post, models.PROTECT, verbose_name=_("post"), related_name="+")
    state = models.CharField(_("state"), max_length=8, choices=State)
    told_at = models.DateTimeField(_("told at"))
    channel = models.CharField(_("channel"), max_length=16)

    class Meta(Event.Meta):
        verbose_name = _("call to a post")
        verbose_name_plural = _("calls to posts")


class HomeCall(Event):
    """Whether a household was reached; the newest telling counts, and once."""

    natural = ("round", "household")
    personal = ("household",)

    round = models.ForeignKey(CallRound, models.PROTECT, verbose_name=_("round of calls"), related_name="+")
    household = models.ForeignKey(Household, models.PROTECT, verbose_name=_("household"), related_name="+")
    state = models.CharField(_("state"), max_length=8, choices=State)
    told_at = models.DateTimeField(_("told at"))
    channel = models.CharField(_("channel"), max_length=16)

    class Meta(Event.Meta):
        verbose_name = _("call to a household")
        verbose_name_plural = _("calls to households")
