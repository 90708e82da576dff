"""Looking for records in a list: a word in what a row says, and a choice for each column that the kind names."""

from __future__ import annotations

from collections.abc import Mapping
from functools import reduce
from operator import or_
from typing import Any

from django.db import models
from django.db.models import Q
from django.forms import DateInput
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django_filters import BooleanFilter, CharFilter, ChoiceFilter, DateFilter, FilterSet
from django_filters.widgets import BooleanWidget

from liangxing.ledger.models import Community

from .choice import LIST_UP_TO
from .kinds import Kind
from .models import Record, Records
from .names import sounding
from .sound import asked
from .tables.columns import label
from .visit import Eyes


def filters_of(
    kind: Kind, query: Mapping[str, str], rows: Records[Any], *, clear: bool, community: Community | None = None
) -> FilterSet:
    """The filters of *kind* over *rows*, as *query* sets them; personal columns are searched only when *clear*.

    In a *community*, names are found by their sound too.
    """
    columns = _searched(kind.model, clear=clear)

    def find(some: Records[Any], _name: str, word: str) -> Records[Any]:
        spelled = _by_sound(kind.model, community, word, clear=clear) if community else []
        return some.filter(reduce(or_, [*(Q(**{f"{column}__icontains": word}) for column in columns), *spelled]))

    made: dict[str, Any] = {}
    made["q"] = CharFilter(label=_("Find"), method=find)
    calendar = DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
    made["first"] = DateFilter(label=_("From"), field_name="day", lookup_expr="gte", widget=calendar)
    made["last"] = DateFilter(label=_("Until"), field_name="day", lookup_expr="lte", widget=calendar)
    for name in kind.filters:
        if chooser := _chooser(kind.model._meta.get_field(name), rows):
            made[name] = chooser
    meta = type("Meta", (), {"model": kind.model, "fields": []})
    return type("Filters", (FilterSet,), {**made, "Meta": meta})(query, queryset=rows)


def found(kind: Kind, query: Mapping[str, str], community: Community, rights: Eyes) -> FilterSet:
    """What *query* finds among the records of *community* that *rights* see: those that stand, or struck ones too."""
    every: Records[Any] = kind.model._default_manager.filter(community=community)
    rows = rights.narrow(every if "struck" in query else every.known())
    return filters_of(kind, query, rows, clear=rights.clear(kind.model), community=community)


def _by_sound(model: type[Record], community: Community, word: str, *, clear: bool) -> list[Q]:
    """Rows that *word* names by sound, in their own columns or by what they refer to."""
    if not asked(word):
        return []
    targets: list[tuple[str, Any]] = [("fact", model)]
    for field in model._meta.concrete_fields:
        target: Any = field.related_model
        if field.editable and field.is_relation and issubclass(target, Record) and not target.personal:
            targets.append((field.attname, target))
    return [Q(**{f"{column}__in": sounding(kind, community, word, clear=clear)}) for column, kind in targets]


def _searched(model: type[Record], *, clear: bool) -> list[str]:
    """Columns with words: the kind's own, and those by which people call what it refers to."""
    found = []
    for field in model._meta.concrete_fields:
        if not field.editable or (field.name in model.personal and not clear):
            continue
        if isinstance(field, models.CharField):
            found.append(field.name)
        elif isinstance(field, models.ForeignKey) and not set(getattr(field.related_model, "personal", ())):
            found += [f"{field.name}__{column}" for column in getattr(field.related_model, "called", ())]
    return found


def _chooser(field: Any, rows: Records[Any]) -> Any:
    """A drop-down of what *rows* say in *field*; ``None`` when that is too much to scroll through."""
    title = str(field.verbose_name)
    if isinstance(field, models.BooleanField):
        return BooleanFilter(label=title, widget=BooleanWidget())
    if isinstance(field, models.ForeignKey):
        facts = rows.order_by().values(field.attname)
        target: Any = field.related_model
        there = target._default_manager.known().filter(fact__in=facts)[: LIST_UP_TO + 1]
        choices = [(str(record.fact), str(record)) for record in there]
    elif field.choices:
        choices = list(field.choices)
    else:
        told = rows.order_by().values_list(field.name, flat=True).distinct()[: LIST_UP_TO + 1]
        choices = [(value, label(rows.model, field.name, value)) for value in told if value]
    if not 1 < len(choices) <= LIST_UP_TO:
        return None
    every = gettext_lazy("all")
    return ChoiceFilter(field_name=field.attname, label=title, choices=choices, empty_label=every)
