"""What opens doors beside posts, and is no record: codes that work once, wrong guesses, and uses of a link."""

from __future__ import annotations

from django.db import models

from liangxing.ledger.models import Community


class Ticket(models.Model):
    """A code that lets somebody choose a password, once. Kept by its SHA-256, so that nobody reads it here.

    ``account``: whose password; empty for an invitation, whose guest chooses a user name. ``household``: the fact of
    the household into which a guest is invited.
    """

    community = models.ForeignKey(Community, models.PROTECT, related_name="+")
    digest = models.CharField(max_length=64, unique=True)
    account = models.CharField(max_length=80, blank=True)
    household = models.UUIDField(null=True)
    made_by = models.CharField(max_length=80)
    ends_at = models.DateTimeField()
    used_at = models.DateTimeField(null=True)


class Attempt(models.Model):
    """How often somebody guessed wrong of late. ``key``: a keyed hash of the account, the address, or both."""

    key = models.CharField(max_length=64, primary_key=True)
    failures = models.PositiveIntegerField(default=0)
    last_at = models.DateTimeField()


class LinkUse(models.Model):
    """How often an assessor's link was opened, and when last. ``link``: the fact of its post."""

    link = models.UUIDField(primary_key=True)
    visits = models.PositiveIntegerField(default=0)
    last_at = models.DateTimeField()
