"""What a community recorded, gathered for the check; and the words of every app."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from decimal import Decimal
from functools import cache
from typing import Any, cast
from uuid import UUID

from django.db.models import ForeignKey
from django.utils.translation import override

from liangxing.kernel.period import Period
from liangxing.kernel.quantity import units
from liangxing.ledger.models import Community
from liangxing.measures.figures import figure, figures
from liangxing.measures.measure import MEASURES, Flow, Measure
from liangxing.measures.said import in_texts
from liangxing.records.models import Record
from liangxing.records.tables.columns import label
from liangxing.register.models import Organisation
from liangxing.reports.sent.living import living, statements
from liangxing.rooms.enterprises.models import Payment as PaymentRecord
from liangxing.rooms.enterprises.models import Policy
from liangxing.rooms.honours.models import Alias
from liangxing.rooms.honours.models import Honour as HonourRecord

from .claims import Honour, Item, Named, Payment, Recorded, Sent
from .vocabulary import Said, Vocabulary, titled
from .vocabulary import vocabulary as entries


def vocabulary() -> Vocabulary:
    """The entries of every installed app's ``said.toml``; and every measure by its own Chinese title and unit."""
    told = entries(in_texts(), {key: m.unit for key, m in MEASURES.items()})
    with override("zh-hans"):
        titles = {key: (str(m.title), units()[m.unit].words["zh-hans"]) for key, m in MEASURES.items()}
    return {key: titled(key, MEASURES[key].unit, *titles[key], told.get(key)) for key in MEASURES}


def recorded(community: Community, day: date) -> Recorded:
    """Everything that a text of *community* may speak of, as of *day*; what happened, since the first record."""
    words, period = vocabulary(), Period.until(day)
    named = (_rows_named(entry, community, period) for entry in words.values() if entry.named)
    items = (_rows_listed(entry, community, period) for entry in words.values() if entry.list)
    return Recorded(
        figures={key: _decimal(value) for key, value in figures(words, community, period).items()},
        honours=tuple(_honours(community, day)),
        payments=tuple(_payments(community, period)),
        named=tuple(row for rows in named for row in rows),
        items=tuple(item for rows in items for item in rows),
        flows=frozenset(key for key in words if any(isinstance(m, Flow) for m in MEASURES[key].counted)),
        during=cache(lambda key, period: _decimal(figure(key, community, period))),
        sent=tuple(_sent(community)),
        community=community.name,
    )


def _decimal(value: Any) -> Decimal | None:
    return None if value is None else Decimal(value)


def _called(kind: type[Record], community: Community) -> Mapping[UUID, Any]:
    """The standing records of *kind* by their fact, which is what others refer to."""
    return {record.fact: record for record in kind._default_manager.known().filter(community=community)}


def _honours(community: Community, day: date) -> Iterator[Honour]:
    names: dict[UUID, list[str]] = {}
    for alias in Alias.objects.known().filter(community=community).standing_on(day).order_by("day"):
        names.setdefault(cast("Any", alias).honour_id, []).append(cast("Any", alias).name)
    for honour in HonourRecord.objects.known().filter(community=community).standing_on(day):
        yield Honour(honour.name, honour.level, tuple(names.get(honour.fact, ())))


def _payments(community: Community, period: Period) -> Iterator[Payment]:
    firms, policies = _called(Organisation, community), _called(Policy, community)
    for record in PaymentRecord.objects.known().filter(community=community).within(period):
        paid = cast("Any", record)
        yield Payment(firms[paid.organisation_id].name, paid.year, paid.amount_cny, policies[paid.policy_id].output_cny)


def _rows(entry: Said, community: Community, period: Period) -> Any:
    return cast("Measure", MEASURES[entry.key]).rows(community, period).order_by("day", "pk")


def _rows_named(entry: Said, community: Community, period: Period) -> Iterator[Named]:
    for row in _rows(entry, community, period):
        yield Named(entry.key, getattr(row, entry.named), row.day)


def _rows_listed(entry: Said, community: Community, period: Period) -> Iterator[Item]:
    """The different values of the column that is listed, in the words of people."""
    measure = cast("Measure", MEASURES[entry.key])
    column = measure.of._meta.get_field(entry.list)
    others = _called(column.related_model, community) if isinstance(column, ForeignKey) else {}  # type: ignore[arg-type]
    values = dict.fromkeys(_rows(entry, community, period).values_list(column.attname, flat=True))  # type: ignore[union-attr]
    with override("zh-hans"):
        choices = dict(getattr(column, "flatchoices", ()))
        for value in filter(None, values):
            word = others[value].name if others else str(choices.get(value) or label(measure.of, entry.list, value))
            yield Item(entry.key, word)


def _sent(community: Community) -> Iterator[Sent]:
    """Figures of documents that were sent, which were wrong already on their own day and were not put right since.

    What only changed after that day is no contradiction: it was true when it was said.
    """
    for one in living(community, statements(community), why=False):
        if one.untold and one.now is not None and one.statement.measure in MEASURES:
            value = one.told.value if one.told else one.statement.value
            if value:
                yield Sent(
                    one.statement.measure, Decimal(value), one.statement.dispatch.title, one.statement.dispatch.day
                )
