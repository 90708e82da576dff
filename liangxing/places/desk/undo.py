"""What somebody did lately, and taking it back: as one act with a reason, by which nothing is lost."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from django.db.models import Count
from django.utils.translation import gettext as _

from liangxing.evidence.models import Piece
from liangxing.kernel.errors import Refused
from liangxing.ledger.acts import act
from liangxing.ledger.models import Act, Entry
from liangxing.records.actions import correct_many, strike_many, write
from liangxing.records.kinds import Kind, kinds
from liangxing.records.models import Record
from liangxing.records.visit import Visit

SHOWN = 20  # acts of a page: what is older is found in its list
NAMED = 3  # records of an act that are named; an import has thousands


@dataclass(slots=True)
class Done:
    """One act: what it did to records that the visitor sees, some of them by name, and whether it can be undone.

    ``verb``: what it did in a word of the ledger: ``write``, ``correct``, ``strike``. ``pieces``: evidence that it
    attached, when it did nothing else.
    """

    act: Act
    verb: str
    kind: Kind | None
    count: int
    some: list[Record] = field(default_factory=list)
    stands: bool = False
    pieces: list[Piece] = field(default_factory=list)


def lately(request: Visit) -> list[Done]:
    """The visitor's last acts here, the newest first; those that touched no kind with pages are left out."""
    mine = Act.objects.filter(community=request.community, actor=request.user.get_username())
    acts = list(mine.order_by("-at")[:SHOWN])
    told: dict[UUID, dict[tuple[str, str], int]] = {one.pk: {} for one in acts}
    counted = Entry.objects.filter(act__in=told).values("act", "verb", "kind").annotate(n=Count("pk"))
    for row in counted.order_by():
        told[row["act"]][row["verb"], row["kind"]] = row["n"]
    found = (_done(request, one, told[one.pk]) for one in acts)
    return [done for done in found if done.kind or done.pieces]


def _done(request: Visit, one: Act, told: dict[tuple[str, str], int]) -> Done:
    """The act *one*, which *told* so many entries of each verb and kind."""
    verbs = {verb for verb, _kind in told}
    verb = "correct" if {"write", "strike"} <= verbs else next(iter(verbs), "")
    keys = {key for _verb, key in told if key in kinds() and request.rights.may("list", kinds()[key].model)}
    done = Done(one, verb, kinds()[min(keys)] if keys else None, 0)
    if done.kind:
        did = "strike" if verb == "strike" else "write"
        done.count = told.get((did, done.kind.key), 0)
        mine = Entry.objects.filter(act=one, kind=done.kind.key, verb=did).order_by("seq")
        done.some = _records(request, done.kind, mine.values_list("record", flat=True)[:NAMED])
        done.stands = _stands(request, done)
    elif told:
        done.pieces, done.count = _pieces(one), sum(told.values())
        done.stands = bool(done.pieces) and request.rights.may("strike")
    return done


def _pieces(one: Act) -> list[Piece]:
    """The evidence that the act attached and that still stands."""
    return list(Piece.objects.known().filter(act=one))


def _records(request: Visit, kind: Kind, ids: Iterable[UUID]) -> list[Record]:
    rows = request.rights.narrow(kind.model._default_manager.filter(community=request.community, pk__in=list(ids)))
    return list(rows)


def _stands(request: Visit, done: Done) -> bool:
    """Whether there is still something to undo, and the visitor may do it."""
    if done.kind is None or done.verb not in VERBS or not request.rights.may("strike", done.kind.model):
        return False
    if done.verb == "strike":
        there = done.kind.model._default_manager.known().filter(fact__in=[r.fact for r in done.some])
        return bool(done.some) and not there.exists()
    return any(record.struck_at is None for record in done.some)


VERBS = {"write": "strike", "correct": "correct", "strike": "write"}  # what was done, and what undoes it


def mine(request: Visit, pk: UUID) -> Act:
    """That act, if it is the visitor's own. ``Act.DoesNotExist`` otherwise."""
    return Act.objects.get(pk=pk, community=request.community, actor=request.user.get_username())


def undo(request: Visit, done: Act, why: str) -> int:
    """Take *done* back for *why*: how many records that touched.

    What was written is struck, what was corrected is told again as it was before, what was struck is told again.
    What somebody has changed since then is left alone; ``Refused`` when nothing is left, or it may not be undone.
    """
    by, touched = request.user.get_username(), 0
    with act("desk.undo", community=request.community, by=by, why=why):
        for kind in _kinds_of(done):
            if not request.rights.may("strike", kind.model):
                raise Refused(_("Your post does not reach what this act did."))
            touched += _undo(request, done, kind, by)
        pieces = _pieces(done)
        strike_many(pieces, community=request.community, by=by)
        touched += len(pieces)
    if not touched:
        raise Refused(_("There is nothing to undo: it was changed or struck meanwhile."))
    return touched


def _kinds_of(done: Act) -> list[Kind]:
    keys = Entry.objects.filter(act=done).values_list("kind", flat=True).distinct()
    return [kinds()[key] for key in sorted(keys) if key in kinds()]


def _undo(request: Visit, done: Act, kind: Kind, by: str) -> int:
    told = Entry.objects.filter(act=done, kind=kind.key)
    rows: Any = request.rights.narrow(kind.model._default_manager.filter(community=request.community))
    written = list(rows.filter(pk__in=told.filter(verb="write").values("record"), struck_at=None))
    struck = list(rows.filter(pk__in=told.filter(verb="strike").values("record")))
    before = {record.fact: record for record in struck}
    pairs = [(new, before[new.fact].anew()) for new in written if new.fact in before]
    alone = [new for new in written if new.fact not in before]
    there = set(rows.known().filter(fact__in=before).values_list("fact", flat=True))
    gone = [old for old in struck if old.fact not in there]
    correct_many(pairs, community=request.community, by=by)
    strike_many(alone, community=request.community, by=by)
    for old in gone:
        write(old.anew(), community=request.community, by=by)
    return len(pairs) + len(alone) + len(gone)
