"""The ledger: who keeps one, what was done, and one sealed entry for each record that was touched."""

from __future__ import annotations

from typing import Any

from django.db import models

from liangxing.kernel.canonical import digest
from liangxing.kernel.errors import Sealed
from liangxing.kernel.ids import new_id


class Community(models.Model):
    """An urban residents' community: the keeper of one ledger. ``code``: its statistical division code, 12 digits."""

    code = models.CharField(max_length=12, unique=True)
    name = models.CharField(max_length=80)
    name_en = models.CharField(max_length=80, blank=True)

    def __str__(self) -> str:
        return self.name


class Head(models.Model):
    """Where a community's chain ends. An act locks this row first, so acts of one community never overlap."""

    community = models.OneToOneField(Community, models.PROTECT, primary_key=True)
    seq = models.PositiveBigIntegerField(default=0)
    seal = models.CharField(max_length=64)
    at = models.DateTimeField(null=True)


class Kept(models.Model):
    """A row that is added and then stays; triggers in the database hold the same law against raw SQL."""

    class Meta:
        abstract = True

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Add; ``Sealed`` if the row is already there."""
        if not self._state.adding:
            raise Sealed(f"{self._meta.label} is kept as it is")
        super().save(*args, **{**kwargs, "force_insert": True})

    def delete(self, *args: Any, **kwargs: Any) -> tuple[int, dict[str, int]]:
        """Raise ``Sealed``."""
        raise Sealed(f"{self._meta.label} is kept as it is")


class Act(Kept):
    """Something that somebody did, in one transaction; its entries say to which records.

    ``actor`` is an account's user name, never a person's: it is sealed in clear. ``reason`` commits to the words
    in ``Reason``, which may name somebody and so can be erased.
    """

    id = models.UUIDField(primary_key=True, default=new_id)
    community = models.ForeignKey(Community, models.PROTECT, related_name="acts")
    name = models.CharField(max_length=80)
    actor = models.CharField(max_length=80)
    at = models.DateTimeField()
    reason = models.CharField(max_length=64, blank=True)

    class Meta:
        indexes = [models.Index(fields=["community", "at"])]

    def seal(self) -> str:
        """SHA-256 (64 hex digits) of what the act says; each of its entries carries it in its own seal."""
        return digest([self.id, self.name, self.actor, self.at, self.reason])

    @property
    def why(self) -> str:
        """The reason given, in words; empty when none was given or it was erased."""
        found = Reason.objects.filter(act=self).first()
        return found.text if found else ""


class Reason(models.Model):
    """Why an act was done, in somebody's words. Apart from the act, because it is erased with a person's data."""

    act = models.OneToOneField(Act, models.PROTECT, primary_key=True, related_name="said_why")
    text = models.CharField(max_length=200)
    salt = models.BinaryField(max_length=16)


class Entry(Kept):
    """One record that an act touched: ``verb`` on ``record`` of ``kind``, with a commitment to all it then said.

    ``seal`` covers everything here, the act, and the seal ``before``: changing one breaks all that follow.
    """

    community = models.ForeignKey(Community, models.PROTECT, related_name="entries")
    seq = models.PositiveBigIntegerField()
    act = models.ForeignKey(Act, models.PROTECT, related_name="entries")
    verb = models.CharField(max_length=10)
    kind = models.CharField(max_length=60)
    record = models.UUIDField(db_index=True)
    commitment = models.CharField(max_length=64)
    before = models.CharField(max_length=64, unique=True)
    seal = models.CharField(max_length=64, unique=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["community", "seq"], name="entry_has_its_place")]


class Salt(models.Model):
    """What makes a commitment impossible to guess. Apart from its entry, for it is erased with a person's data."""

    entry = models.OneToOneField(Entry, models.PROTECT, to_field="seal", primary_key=True)
    salt = models.BinaryField(max_length=16)
