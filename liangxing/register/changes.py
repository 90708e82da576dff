"""Changing the register with four eyes, and putting together two facts that were one."""

from __future__ import annotations

import json
from typing import Any
from uuid import UUID

from django.db.models import Model
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from liangxing.kernel.canonical import canonical
from liangxing.kernel.errors import Refused
from liangxing.ledger.acts import act
from liangxing.ledger.models import Community
from liangxing.ledger.verify import sealed_kinds
from liangxing.records.actions import correct, correct_many, erase, strike, write
from liangxing.records.kinds import kinds
from liangxing.records.models import Record, column_of

from .models import ChangeRequest, ChangeReview, Merge


def standing(kind: type[Record], fact: UUID, community: Community) -> Record:
    """The telling of *fact* that stands; ``Refused`` when it was struck."""
    found = kind._default_manager.known().filter(community=community, fact=fact).first()
    if found is None:
        raise Refused(_("This record was struck meanwhile."))
    return found


def propose(record: Record, changes: dict[str, str], *, by: str, why: str) -> ChangeRequest:
    """Ask that *record* be told with *changes*, texts as in its form. ``Refused`` if there are none."""
    if not changes:
        raise Refused(_("Nothing was changed."))
    request = ChangeRequest(
        day=localdate(),
        kind=record._meta.label_lower,
        target=record.fact,
        changes=canonical(changes).decode(),
        why=why,
    )
    return write(request, community=record.community, by=by)


def review(request: ChangeRequest, *, accepted: bool, by: str, words: str = "") -> Record | None:
    """Accept or decline *request*, with *words* for who asked; the new telling when accepted.

    ``Refused`` when the reviewer asked for it, when it was reviewed before, or when the form does not take it now.
    """
    if request.act.actor == by:
        raise Refused(_("Somebody else must look at it: you asked for this change yourself."))
    if ChangeReview.objects.known().filter(request=request.fact).exists():
        raise Refused(_("This request was answered before."))
    with act("register.change.review", community=request.community, by=by, why=request.why):
        answer = ChangeReview(day=localdate(), request=request, accepted=accepted, note=words)
        write(answer, community=request.community, by=by)
        return _apply(request, by=by) if accepted else None


def forget(record: Record, *, by: str, why: str) -> None:
    """Blank what was asked about *record*, when it is erased: requests repeat what it said."""
    asked = ChangeRequest.objects.filter(community=record.community, target=record.fact)
    for fact in dict.fromkeys(asked.values_list("fact", flat=True)):
        told = asked.filter(fact=fact).latest("recorded_at")
        erase(told, "changes", "why", by=by, why=why)


def _apply(request: ChangeRequest, *, by: str) -> Record:
    """Tell the record anew, through its own form."""
    kind = kinds()[request.kind]
    old = standing(kind.model, request.target, request.community)
    empty = kind.form(instance=old.anew(), community=request.community)
    said = {name: empty[name].value() for name in empty.fields} | json.loads(request.changes)
    form = kind.form(said, instance=old.anew(), community=request.community)
    if not form.is_valid():
        raise Refused(" ".join(str(e) for errors in form.errors.values() for e in errors))
    columns = {column_of(kind.model, name) for name in form.fields}
    return correct(old, by=by, why=request.why, **{c: getattr(form.instance, c) for c in columns})


def _references(kind: type[Model]) -> list[tuple[type[Record], str]]:
    """Every column of every kind that refers to *kind*."""
    every: list[tuple[Any, Any]] = [(k, f) for k in sealed_kinds() for f in k._meta.concrete_fields if f.editable]
    return [(k, f.attname) for k, f in every if f.is_relation and f.related_model is kind]


def _redirect(
    kind: type[Model], here: UUID, there: UUID, told_in: UUID | None, *, community: Community, by: str
) -> None:
    """Let what refers to the fact *here* refer to *there*; with *told_in*, only what that act turned round."""
    for referring, column in _references(kind):
        rows = referring._default_manager.known().filter(community=community, **{column: here})
        if told_in:
            turned = referring._default_manager.filter(act_id=told_in).values("fact")
            rows = rows.filter(fact__in=turned)
        correct_many([(old, old.anew(**{column: there})) for old in rows], community=community, by=by)


def merge(kept: Record, merged: Record, *, by: str, why: str) -> Merge:
    """Say that *merged* is the same as *kept*: it is struck, and what referred to it refers to *kept*, in one act."""
    if type(kept) is not type(merged) or kept.fact == merged.fact or kept.community_id != merged.community_id:
        raise Refused(_("Only two different records of one kind and community can be one."))
    told = Merge(day=localdate(), kind=kept._meta.label_lower, kept=kept.fact, merged=merged.fact)
    with act("register.merge", community=kept.community, by=by, why=why):
        _redirect(type(kept), merged.fact, kept.fact, None, community=kept.community, by=by)
        strike(merged, by=by)
        return write(told, community=kept.community, by=by)


def counts(kept: Record, merged: Record) -> dict[str, int]:
    """What a merge would turn round: how many records refer to each, and how many of the kind stand before it."""
    community = kept.community
    return {
        "kept": referring(kept),
        "merged": referring(merged),
        "standing": type(kept)._default_manager.known().filter(community=community).count(),
    }


def referring(record: Record) -> int:
    """How many standing records refer to *record*."""
    asked = {"community": record.community}
    return sum(
        kind._default_manager.known().filter(**asked, **{column: record.fact}).count()
        for kind, column in _references(type(record))
    )


def unmerge(told: Merge, *, by: str, why: str) -> Record:
    """Take a merge back: the struck record is told again, and what the merge turned round refers to it again."""
    kind = kinds()[told.kind].model
    last = kind._default_manager.filter(community=told.community, fact=told.merged).latest("recorded_at")
    with act("register.unmerge", community=told.community, by=by, why=why):
        again = write(last.anew(), community=told.community, by=by)
        _redirect(kind, told.kept, told.merged, told.act_id, community=told.community, by=by)
        strike(told, by=by)
        return again
