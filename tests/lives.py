"""Whole lives of a community, drawn at random from what its kinds of record are: for laws that hold of every measure."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from decimal import Decimal

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q
from hypothesis import strategies as st

from liangxing.ledger.verify import sealed_kinds
from liangxing.measures.measure import MEASURES, Ratio
from liangxing.records.actions import correct, end, strike, write

MIDDLE = date(2026, 5, 15)


def words(kind, column):
    """Every value that some measure asks this column for, so that conditions are met as often as missed."""

    def leaves(q):
        for child in q.children:
            yield from leaves(child) if isinstance(child, Q) else [child]

    asked = [m.where for m in MEASURES.values() if not isinstance(m, Ratio) and m.of is kind]
    for m in MEASURES.values():
        if not isinstance(m, Ratio):
            asked += [q for name, q in m.through.items() if m.of._meta.get_field(name).related_model is kind]
    found = [v for q in asked for name, v in leaves(q) if name.partition("__")[0] == column]
    return [w for v in found for w in (v if isinstance(v, list | tuple | set | frozenset) else [v])]


def value(field, facts):
    """A strategy for one column; ``None`` where nothing fits, as for a reference to a kind without records."""
    known = words(field.model, field.name)
    if isinstance(field, models.ForeignKey):
        there = facts.get(field.related_model, [])
        some = st.sampled_from(there) if there else st.none()
        return st.none() | some if field.null else some
    if isinstance(field, models.BooleanField):
        return st.booleans()
    if isinstance(field, models.DateTimeField):
        return st.integers(0, 40).map(lambda n: datetime(2026, 5, 1, tzinfo=UTC) + timedelta(n))
    if isinstance(field, models.DateField):
        near = st.integers(-40, 40).map(lambda n: MIDDLE + timedelta(n))
        return st.none() | near if field.null else near
    if isinstance(field, models.TimeField):
        return st.none() | st.times().map(lambda t: t.replace(microsecond=0))
    if isinstance(field, models.DecimalField):
        numbers = st.integers(1, 9999).map(lambda n: Decimal(n).scaleb(-field.decimal_places))
        return st.none() | numbers if field.null else numbers
    if isinstance(field, models.IntegerField):
        numbers = st.integers(0, 60) | st.sampled_from([int(k) for k in known] or [1])
        return st.none() | numbers if field.null else numbers
    if isinstance(field, models.UUIDField):
        return st.uuids()
    if field.name == "topics":
        return st.sampled_from([*known, ",", ",x,"])
    chosen = [key for key, _ in field.flatchoices] or [str(k) for k in known]
    return st.sampled_from([*chosen, "x"] if not field.flatchoices else chosen) if chosen else st.sampled_from("xyz")


def in_order():
    """Every kind after those that it refers to."""
    placed, waiting = [], [k for k in sealed_kinds() if k._meta.label_lower != "evidence.piece"]
    while waiting:
        for kind in waiting:
            needs = {f.related_model for f in kind._meta.concrete_fields if f.editable and f.is_relation} - {kind}
            if needs <= {*placed}:
                placed.append(kind)
                waiting.remove(kind)
                break
        else:
            raise AssertionError(f"kinds refer to each other in a circle: {waiting}")
    return placed


def live(draw, community):
    """Write a life: up to three records of each kind, some struck, corrected or ended; how many were written."""
    who, facts, written = {"community": community, "by": "worker"}, {}, 0
    for kind in in_order():
        fields = [f for f in kind._meta.concrete_fields if f.editable]
        for n in range(draw(st.integers(0, 3))):
            said = {f.name: draw(value(f, facts)) for f in fields}
            if "code" in said:
                said["code"] = f"{kind._meta.model_name}{n}"
            record = kind(**said)
            if any(said[f.name] is None and not f.null for f in fields) or not lawful(record):
                continue
            fact = write(record, **who)
            facts.setdefault(kind, []).append(fact)
            written += 1
            what = draw(st.integers(0, 5))
            if what == 0:
                strike(fact, by="worker")
                facts[kind].remove(fact)
            elif what == 1:
                correct(fact, by="worker", note="again")
            elif what == 2 and hasattr(fact, "until"):
                end(fact, until=max(fact.day, draw(value(kind._meta.get_field("day"), facts))), by="worker")
    return written


def lawful(record):
    """Whether the database would keep *record*."""
    try:
        record.validate_constraints(exclude={"fact", "act", "community", "recorded_at"})
    except ValidationError:
        return False
    return True
