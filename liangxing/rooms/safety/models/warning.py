"""Alerts that came in or went out, as CAP 1.2."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from liangxing.records.models import Event


class Alert(Event):
    """One message of the Common Alerting Protocol 1.2, kept to the letter in ``xml``; the columns are read out of it.

    Whether it stands is said by the messages that refer to it, and by the clock: nothing of it is ever changed.
    """

    class Status(models.TextChoices):
        """How it is meant (CAP 1.2, 3.2.1)."""

        ACTUAL = "Actual", _("actual")
        EXERCISE = "Exercise", _("exercise")
        SYSTEM = "System", _("system message")
        TEST = "Test", _("test")
        DRAFT = "Draft", _("draft")

    class Message(models.TextChoices):
        """What it does (CAP 1.2, 3.2.1)."""

        ALERT = "Alert", _("alert")
        UPDATE = "Update", _("update")
        CANCEL = "Cancel", _("cancellation")
        ACK = "Ack", _("acknowledgement")
        ERROR = "Error", _("rejection")

    class Reach(models.TextChoices):
        """Whether it is about this community."""

        HERE = "here", _("for this community")
        ELSEWHERE = "elsewhere", _("for another area")
        UNTOLD = "untold", _("its area is told in words only")

    class Way(models.TextChoices):
        """How it came."""

        WRITTEN = "written", _("written here")
        FILE = "file", _("as a file")
        FEED = "feed", _("by a feed")
        API = "api", _("sent by a program")

    natural = ("sender", "identifier", "sent_at")

    identifier = models.CharField(_("identifier"), max_length=200)
    sender = models.CharField(_("sender"), max_length=200)
    sent_at = models.DateTimeField(_("sent at"))
    status = models.CharField(_("status"), max_length=8, choices=Status)
    message = models.CharField(_("kind of message"), max_length=6, choices=Message)
    event = models.CharField(_("event"), max_length=200, blank=True)
    severity = models.CharField(_("severity"), max_length=8, blank=True)
    effective_at = models.DateTimeField(_("effective at"), null=True, blank=True)
    expires_at = models.DateTimeField(_("expires at"), null=True, blank=True)
    reach = models.CharField(_("area"), max_length=9, choices=Reach)
    way = models.CharField(_("how it came"), max_length=7, choices=Way)
    xml = models.TextField(_("the message (CAP 1.2)"))

    class Meta(Event.Meta):
        verbose_name = _("alert")
        verbose_name_plural = _("alerts")

    def __str__(self) -> str:
        return self.event or self.identifier
