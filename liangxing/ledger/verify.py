"""Going through a ledger from its first entry, and through every record that it commits to."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.apps import apps
from django.db import models
from django.utils.translation import gettext as _

from . import notary, witness
from .chain import first, seal
from .checkpoint import tree
from .models import Act, Community, Entry, Head, Reason, Salt
from .payload import bound, columns, commitment

Newest = dict[UUID, tuple[str, int, str]]  # record -> seal of its entry, its place, its commitment


@dataclass(frozen=True, slots=True)
class Fault:
    """The first thing that does not hold: ``why``, at the entry with this ``seq`` (0: none), for this record."""

    why: str
    seq: int = 0
    kind: str = ""
    record: UUID | None = None


def sealed_kinds() -> Iterator[type[models.Model]]:
    """Every kind of record that the ledger must know of."""
    return (model for model in apps.get_models() if getattr(model, "sealed", False))


def verify(community: Community) -> Fault | None:
    """The first fault in the ledger of *community*, in a record of it, or in its age; ``None`` when all of it holds."""
    newest: dict[str, Newest] = {}
    if fault := _chain(community, newest) or _age(community) or _reasons(community):
        return fault
    for kind in sealed_kinds():
        if fault := _records(community, kind, newest.pop(kind._meta.label_lower, {})):
            return fault
    return (
        Fault(_("The ledger tells of a kind of record that is not installed: %s.") % ", ".join(newest))
        if newest
        else None
    )


def _chain(community: Community, newest: dict[str, Newest]) -> Fault | None:
    """Recompute every seal, and note in *newest* the last entry of each record."""
    acts = {a.pk: a.seal() for a in Act.objects.filter(community=community).iterator()}
    names = ("seq", "act_id", "verb", "kind", "record", "commitment", "before", "seal")
    before, place = first(community.code), 0
    for seq, act, verb, kind, record, told_as, link, own in (
        Entry.objects.filter(community=community).order_by("seq").values_list(*names).iterator(5000)
    ):
        place += 1
        if seq != place:
            return Fault(_("An entry is missing."), place)
        said = (verb, kind, record.hex, told_as)
        if link != before or own != seal(community.code, seq, acts.get(act, ""), said, before):
            return Fault(_("The entry or its act was changed."), seq, kind, record)
        before = own
        newest.setdefault(kind, {})[record] = own, seq, told_as
    head = Head.objects.filter(community=community).first()
    if head and (head.seq, head.seal) != (place, before):
        return Fault(_("Entries are missing at the end."), place + 1)
    return None


def _age(community: Community) -> Fault | None:
    """Hold the chain against what was seen of it from outside: the witness, and every signed checkpoint."""
    if last := witness.seen(community.code):
        now = Entry.objects.filter(community=community, seq=last.seq).values_list("seal", flat=True).first()
        if now != last.seal:
            return Fault(_("The database is an older copy, or another: the witness saw a longer chain."), last.seq)
    grown = None
    try:
        for told in notary.signed(community.code):
            grown = grown or tree(community)
            if told.size > grown.size or grown.root_at(told.size) != told.root:
                return Fault(_("A signed checkpoint does not fit this chain."), told.size)
    except ValueError:
        return Fault(_("A checkpoint in the data folder is forged."))
    return None


def _reasons(community: Community) -> Fault | None:
    """Hold the words of every reason that was not erased against its act."""
    for reason in Reason.objects.filter(act__community=community).select_related("act").iterator(5000):
        if commitment(bytes(reason.salt), reason.text.encode()) != reason.act.reason:
            entry = reason.act.entries.order_by("seq").first()
            return Fault(_("The reason of an act was changed."), entry.seq if entry else 0)
    return None


def _records(community: Community, kind: type[models.Model], newest: Newest) -> Fault | None:
    """Hold every row of *kind* against the newest entry about it."""
    label, (names, _says) = kind._meta.label_lower, columns(kind)
    at = names.index(kind._meta.pk.attname)
    salts: dict[Any, Any] = dict(
        Salt.objects.filter(entry__community=community, entry__kind=label).values_list("entry_id", "salt").iterator()
    )
    for row in kind._base_manager.filter(community=community).values_list(*names).iterator(5000):
        entry, seq, told = newest.pop(row[at], ("", 0, ""))
        if not entry:
            return Fault(_("A record has no entry."), kind=label, record=row[at])
        if bound(kind, row, bytes(salts.get(entry, b""))) != told:
            return Fault(_("The record was changed."), seq, label, row[at])
    for record, (_entry, seq, _told) in newest.items():
        return Fault(_("The record is gone."), seq, label, record)
    return None
