"""Doing something: one act, one transaction, one entry for each record it touches."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field
from datetime import timedelta
from functools import partial
from secrets import token_bytes

from django.db import models, transaction
from django.utils.timezone import now
from django.utils.translation import gettext as _

from liangxing.kernel.errors import NoAct, Refused

from . import witness
from .chain import Told, append, hold
from .models import Act, Community, Head, Reason
from .payload import columns, commitment


@dataclass(slots=True)
class Doing:
    """The act that is being done, and what it has told so far."""

    act: Act
    told: list[Told] = field(default_factory=list)

    def tell(self, verb: str, *records: models.Model) -> None:
        """Remember that *verb* was done to *records*, and all that they now say."""
        for record in records:
            model = type(record)
            self.told.append((verb, model, record.pk, tuple(getattr(record, name) for name in columns(model)[0])))


_doing: ContextVar[Doing | None] = ContextVar("act", default=None)


def doing() -> Doing:
    """The open act; ``NoAct`` when there is none."""
    if (open_act := _doing.get()) is None:
        raise NoAct("open an act first: with act(name, community=..., by=...)")
    return open_act


@contextmanager
def act(name: str, *, community: Community, by: str, why: str = "") -> Iterator[Doing]:
    """Do *name* as *by* in *community*. Nothing is kept if the body raises, nor if it writes nothing.

    An act within an act of the same community is part of it; ``Refused`` if the communities differ.
    The moment comes after the lock and after the last act's, so a moment of knowledge that has passed never changes.
    """
    if outer := _doing.get():
        if outer.act.community_id != community.pk:
            raise Refused(_("An act belongs to one community."))
        yield outer
        return
    with transaction.atomic():
        head = hold(community)
        moment = now() if head.at is None else max(now(), head.at + timedelta(microseconds=1))
        token = _doing.set(Doing(Act(community=community, name=name, actor=by, at=moment)))
        try:
            yield doing()
            if doing().told:
                _keep(head, doing(), why)
        finally:
            _doing.reset(token)


def _keep(head: Head, done: Doing, why: str) -> None:
    """Seal what was *done*, with its reason, and tell the witness once the transaction holds."""
    salt = token_bytes(16)
    if why:
        done.act.reason = commitment(salt, why.encode())
    append(head, done.act, done.told)
    if why:
        Reason.objects.create(act=done.act, text=why, salt=salt)
    transaction.on_commit(partial(witness.tell, done.act.community.code, head.seq, head.seal))
