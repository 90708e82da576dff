"""The ground on which every kind of record stands, and its two shapes: an event, and a spell."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any, ClassVar, NoReturn, Self, TypeVar, cast

from django.db import models
from django.db.models import Q
from django.utils.timezone import now
from django.utils.translation import gettext_lazy as _

from liangxing.kernel.errors import Sealed
from liangxing.kernel.ids import new_id
from liangxing.kernel.period import Period
from liangxing.ledger.acts import doing
from liangxing.ledger.models import Act, Community

M = TypeVar("M", bound="Record", covariant=True)


class Records(models.QuerySet[M]):
    """Records of one kind. Two times: the *day* of the fact, and the moment *known_at* of what we knew of it."""

    def known(self, known_at: datetime | None = None) -> Self:
        """Records that counted at *known_at* (an aware moment), or that count now."""
        if known_at is None:
            return self.filter(struck_at=None)
        return self.filter(Q(struck_at=None) | Q(struck_at__gt=known_at), recorded_at__lte=known_at)

    def within(self, period: Period) -> Self:
        """Records whose day lies in *period*: what happened, and what began."""
        return self.filter(day__gte=period.first, day__lt=period.after)

    def standing_on(self, day: date) -> Self:
        """Spells that had begun and not ended on *day*; ``FieldError`` for events, which do not last."""
        return self.filter(Q(until=None) | Q(until__gt=day), day__lte=day)

    def update(self, **kwargs: Any) -> NoReturn:
        """Refuse: a record is struck, or corrected by a new one."""
        raise Sealed("a record is not changed; correct it")

    def delete(self) -> NoReturn:
        """Refuse: a record is struck, and stays."""
        raise Sealed("a record is not deleted; strike it")

    def bulk_create(self, *args: Any, **kwargs: Any) -> NoReturn:
        """Refuse: ``records.actions.write_many`` does it, and tells the ledger."""
        raise Sealed("use write_many")

    bulk_update = bulk_create


class Record(models.Model):
    """One telling of a fact; one table per kind of fact, never a table of keys and values.

    ``fact`` is the same for a record and all that correct it, and is the id of the first of them.
    Other records refer to that first one, so a reference survives every correction.
    ``natural`` names the columns by which people tell two facts apart: an import looks them up.
    ``personal`` names the columns that say who somebody is: masked for whom they do not concern, blanked by ``erase``.
    ``withheld`` names columns of free words, shown here and kept back, as a commitment, from what outsiders are given.
    ``confidential`` kinds are seen by the staff who need them and by nobody else, not even masked.
    """

    sealed: ClassVar[bool] = True
    natural: ClassVar[tuple[str, ...]] = ()
    personal: ClassVar[tuple[str, ...]] = ()
    withheld: ClassVar[tuple[str, ...]] = ()
    confidential: ClassVar[bool] = False

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    fact = models.UUIDField(editable=False)
    act = models.ForeignKey(Act, models.PROTECT, editable=False, related_name="+")
    community = models.ForeignKey(Community, models.PROTECT, editable=False, related_name="+")
    day = models.DateField(_("day"))
    note = models.CharField(_("note"), max_length=200, blank=True)
    recorded_at = models.DateTimeField(editable=False)
    struck_at = models.DateTimeField(null=True, editable=False)

    objects = Records.as_manager()

    class Meta:
        abstract = True
        ordering = ["-day", "-pk"]
        indexes = [models.Index(fields=["community", "day"])]
        constraints = [
            models.UniqueConstraint(
                fields=["fact"], condition=Q(struck_at=None), name="%(app_label)s_%(class)s_told_once"
            ),
        ]

    def stamp(self) -> None:
        """Take act, community and moment from the open act; a new fact is named after this record."""
        if not self._state.adding:
            raise Sealed("a record is not changed; correct it")
        now = doing().act
        self.fact = self.fact or self.pk
        self.act, self.community, self.recorded_at = now, now.community, now.at

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Add, and tell the open act; ``NoAct`` outside one, ``Sealed`` when it is already kept."""
        self.stamp()
        super().save(*args, **{**kwargs, "force_insert": True})
        doing().tell("write", self)

    def delete(self, *args: Any, **kwargs: Any) -> NoReturn:
        """Raise ``Sealed``."""
        raise Sealed("a record is not deleted; strike it")

    def anew(self, **changes: Any) -> Self:
        """A record, not yet kept, of the same fact with *changes*."""
        kept = {f.attname: getattr(self, f.attname) for f in self._meta.concrete_fields if f.editable}
        return type(self)(**{**kept, **changes}, fact=self.fact)


class Event(Record):
    """A fact that happens on a ``day``."""

    class Meta(Record.Meta):
        abstract = True


class Spell(Record):
    """A fact that lasts: from ``day`` until the day before ``until``, or still (``None``)."""

    until = models.DateField(_("until"), null=True, blank=True, help_text=_("The first day on which it no longer is."))

    class Meta(Record.Meta):
        abstract = True
        constraints = [
            *Record.Meta.constraints,
            models.CheckConstraint(
                condition=Q(until=None) | Q(until__gte=models.F("day")),
                name="%(app_label)s_%(class)s_ends_after_it_begins",
                violation_error_message=_("It ends before it begins."),
            ),
        ]


class Sending(models.Model):
    """A form that was sent and has had its answer, so that the same sending is known when it comes again.

    ``key`` and ``content`` are hashes: who sent it, and what it said, cannot be read out of them.
    """

    key = models.CharField(primary_key=True, max_length=64)
    content = models.CharField(max_length=64)
    answer = models.CharField(max_length=2000)
    at = models.DateTimeField(default=now, db_index=True)


class Look(models.Model):
    """Somebody saw a confidential record: who, what of it, when. Kept, never changed, and no record itself.

    ``kind`` is the key of the record's kind and ``fact`` its fact; ``shown``: the route of the page or list.
    """

    community = models.ForeignKey(Community, models.PROTECT, related_name="+")
    kind = models.CharField(max_length=60)
    fact = models.UUIDField()
    by = models.CharField(max_length=80)
    shown = models.CharField(max_length=80)
    at = models.DateTimeField(default=now)

    class Meta:
        ordering = ["-at", "-pk"]
        indexes = [models.Index(fields=["fact", "-at"])]

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Add; ``Sealed`` for one that is kept."""
        if not self._state.adding:
            raise Sealed("a look is not changed")
        super().save(*args, **kwargs)

    def delete(self, *args: Any, **kwargs: Any) -> NoReturn:
        """Raise ``Sealed``."""
        raise Sealed("a look is not deleted")


def column_of(kind: type[Record], name: str) -> str:
    """The column in which *kind* keeps the field *name*: for a reference, that of its id."""
    return str(cast(Any, kind._meta.get_field(name)).attname)
