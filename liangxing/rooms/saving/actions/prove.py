"""Proving what homes saved: worked out on every core, kept like any record; only what changed is worked out anew."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from hashlib import sha256
from typing import Any
from uuid import UUID

from django.utils.translation import gettext_noop

from liangxing.jobs.work import UNHEARD, Work
from liangxing.ledger.acts import act
from liangxing.ledger.models import Community
from liangxing.metering.savings.cases import Answer, Case
from liangxing.metering.savings.similar import Groups, Home, groups
from liangxing.metering.savings.verdict import Proof, proof
from liangxing.metering.savings.work import answers
from liangxing.metering.tables import day_of
from liangxing.records.actions import correct_many, strike_many, write_many
from liangxing.records.models import column_of

from ..models import Fitted, SavedUse
from ..queries.cases import Asked, cases

UNITS = {"electricity": "kW.h", "water": "m3", "gas": "m3", "heat": "GJ"}
THOUSANDTH = Decimal("0.001")
SOME = 500
COLUMNS = [column_of(SavedUse, f.name) for f in SavedUse._meta.concrete_fields if f.editable and f.name != "note"]
READING = gettext_noop("Reads what meters told")
WORKING = gettext_noop("Works out savings")
KEEPING = gettext_noop("Keeps what came out")


def prove(community: Community, *, today: date, by: str, work: Work = UNHEARD, cores: int | None = None) -> int:
    """Bring the proof of every home to what its meters and the weather tell now; how many proofs changed.

    Only months that have ended are asked about, as of use.

    Each answer is kept as soon as it is there, under the hash of what went in: whoever is cut off goes on where it was,
    and a second time only what changed is worked out. ``NotInstalled`` where the package of the models is missing.
    """
    work.step(READING)
    told = cases(community, today.replace(day=1), work.tell)
    every = {case.basis: case for case in (one.case for one in told.asked)}
    every |= {case.basis: case for some in told.beside.values() for case in some.values()}
    known = worked_out(every, work, cores)
    alike = {
        period: groups((Home(str(m), told.people.get(m, 0), known[case.basis]) for m, case in some.items()), period)
        for period, some in told.beside.items()
    }
    hashes = {period: _hash(some, known) for period, some in told.beside.items()}
    new = [_record(one, known[one.case.basis], alike[one.period], hashes[one.period]) for one in told.asked]
    work.step(KEEPING, of=len(new))
    return _keep(community, new, by, work)


def worked_out(every: Mapping[str, Case], work: Work = UNHEARD, cores: int | None = None) -> dict[str, Answer]:
    """The answer of every case by its basis: what was worked out before is read, the rest is worked out and kept."""
    known: dict[str, Answer] = {}
    wanted = list(every)
    for n in range(0, len(wanted), SOME):
        rows = Fitted.objects.filter(basis__in=wanted[n : n + SOME]).values_list("basis", "answer")
        known |= {basis: Answer.of(answer) for basis, answer in rows}
    missing = {basis: case for basis, case in every.items() if basis not in known}
    work.step(WORKING, of=len(missing))
    for basis, answer in answers(missing, cores):
        Fitted.objects.update_or_create(basis=basis, defaults={"answer": answer.told()})
        known[basis] = answer
        work.tell()
    return known


def _hash(beside: Mapping[UUID, Case], known: Mapping[str, Answer]) -> str:
    """Of everything that a comparison rests on."""
    lines = sorted(f"{meter} {case.basis}" for meter, case in beside.items() if known[case.basis].good)
    return sha256("\n".join(lines).encode()).hexdigest()


def _record(one: Asked, answer: Answer, alike: Groups, hashed: str) -> SavedUse:
    """The record, not yet kept, of what may be said of a meter."""
    found = proof(answer, alike.of(one.people, answer.a_year, str(one.meter)) if answer.good else None)
    basis = sha256(f"{one.case.basis} {hashed} {one.people}".encode()).hexdigest()
    return SavedUse(
        meter_id=one.meter,
        household_id=one.household,
        day=day_of(one.case.first),
        until=day_of(one.case.after),
        sort=one.case.carrier,
        unit=UNITS[one.case.carrier],
        occasion=one.start.occasion,
        began_on=one.start.day,
        verdict=found.verdict,
        reasons="".join(f",{name}" for name in found.reasons) + ("," if found.reasons else ""),
        method=answer.method if answer.good else "none",
        group=found.group,
        compared=found.compared,
        known_d=answer.known_d,
        period_d=answer.period_d,
        basis=basis,
        **_amounts(found),
    )


def _amounts(found: Proof) -> dict[str, Decimal | None]:
    said = {
        "used": found.answer.used,
        "expected": found.answer.expected,
        "taken_off": found.taken_off,
        "saved": found.saved,
        "saved_low": found.low,
        "saved_high": found.high,
        "own_error": found.own_error,
        "group_error": found.group_error,
    }
    return {name: None if n is None else Decimal(n).quantize(THOUSANDTH, ROUND_HALF_UP) for name, n in said.items()}


def _keep(community: Community, proofs: list[SavedUse], by: str, work: Work) -> int:
    """Write, correct and strike out what differs from what stands."""
    with act("saving.prove", community=community, by=by):
        work.writing()
        standing: Any = SavedUse.objects.known().filter(community=community)
        kept = {(use.meter_id, use.day): use for use in standing.order_by().iterator()}
        new, changed = [], []
        for use in proofs:
            old = kept.pop((use.meter_id, use.day), None)
            if old is None:
                new.append(use)
            elif any(getattr(old, column) != getattr(use, column) for column in COLUMNS):
                use.fact = old.fact
                changed.append((old, use))
        who: dict[str, Any] = {"community": community, "by": by}
        write_many(new, **who)
        correct_many(changed, **who)
        strike_many(list(kept.values()), **who)
        work.kept(many := len(new) + len(changed) + len(kept))
    return many
