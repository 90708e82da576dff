"""What of a record the search may know: of the kinds that everybody sees, what everybody sees of them."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Any

from django.db import models
from django.utils.translation import override

from liangxing.records.kinds import Kind, kinds
from liangxing.records.models import Record
from liangxing.records.tables.columns import open_sets
from liangxing.records.templatetags.records import head, in_words
from liangxing.register.models import Entrance, Flat, Household, Resident
from liangxing.register.rights import Rights

HOMES = (Household, Resident, Flat, Entrance)  # where somebody lives is nothing to search for in public
LANGUAGES = ("zh-hans", "en")


def _concerns_a_home(model: type[Record]) -> bool:
    told = (model, *(f.related_model for f in model._meta.concrete_fields if f.is_relation))
    return any(isinstance(kind, type) and issubclass(kind, HOMES) for kind in told)


@cache
def public_kinds() -> dict[str, Kind]:
    """The kinds whose records are found: everybody may see them, and they tell of no home."""
    everybody = Rights()
    return {
        key: kind
        for key, kind in kinds().items()
        if everybody.may("list", kind.model) and not _concerns_a_home(kind.model)
    }


@cache
def columns(kind: Kind) -> tuple[str, ...]:
    """The columns of *kind* that are words for everybody, the one that names a record first."""
    found = [head(kind), *kind.form.base_fields]
    return tuple(name for name in dict.fromkeys(found) if name in (head(kind), *_wordy(kind.model)))


def _wordy(model: type[Record]) -> Iterator[str]:
    for field in model._meta.concrete_fields:
        if field.name in ("note", "geometry", *model.personal):
            continue
        if field.is_relation:
            target: Any = field.related_model
            if issubclass(target, Record) and not (target.personal or target.confidential):
                yield field.name
        elif isinstance(field, models.CharField | models.TextField):
            yield field.name


def references(kind: Kind) -> list[str]:
    """The columns whose words stand in another record: to be read with the row."""
    return [name for name in columns(kind) if kind.model._meta.get_field(name).is_relation]


def said(record: Record, kind: Kind) -> list[str]:
    """What everybody may read of *record*, in the language of the moment: its name first, then the rest."""
    return [str(in_words(record, name, getattr(record, name))) for name in columns(kind)]


def said_in_both(record: Record, kind: Kind) -> tuple[str, str]:
    """The name of *record*, and all of what it says, in both languages."""
    name, told = "", list[str]()
    for column in columns(kind):
        value = getattr(record, column)
        if value is None or value == "":
            continue
        words = _chosen(kind, column, value) if column in _choices(kind) else (str(in_words(record, column, value)),)
        name = name or words[0]
        told += words
    return name, " ".join(told)


@cache
def _choices(kind: Kind) -> frozenset[str]:
    """The columns that keep a key, and are read as a word."""
    closed = {f.name for f in kind.model._meta.concrete_fields if f.choices}
    return frozenset(closed | {name for name in open_sets(kind) if isinstance(name, str)})


@cache
def _chosen(kind: Kind, column: str, value: str) -> tuple[str, ...]:
    """The word of a choice in each language."""
    found = []
    for language in LANGUAGES:
        with override(language):
            found.append(str(in_words(kind.model(**{column: value}), column, value)))
    return tuple(dict.fromkeys(found))
