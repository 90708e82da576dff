"""Under which headers tables keep the columns of a kind: each app's ``columns.toml``, and our own names."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass, field
from functools import cache, cached_property
from pathlib import Path
from typing import Any

from django.apps import apps
from django.utils.translation import get_language, override

from liangxing.kernel.language import CHINESE, nearest
from liangxing.records.kinds import Kind
from liangxing.records.models import Record

from .words import bare, plain


@dataclass(frozen=True)
class Columns:
    """The words of one kind: sheet names, and for each field its headers and the words of its choices."""

    sheets: tuple[str, ...]
    headers: dict[str, tuple[str, ...]]
    choices: dict[str, dict[str, str]] = field(default_factory=dict)  # field -> plain word -> key

    @cached_property
    def _named(self) -> tuple[dict[str, str], dict[str, str]]:
        """The field of each header, compared whole and without its unit; of two fields, the first has the word."""
        ways: list[dict[str, str]] = []
        for comparable in (plain, bare):
            said = {comparable(word): name for name, words in reversed(self.headers.items()) for word in words}
            ways.append({word: name for word, name in said.items() if word})
        return ways[0], ways[1]

    def heading(self, name: str) -> str:
        """The header that we write over the field *name*."""
        return self.headers[name][0]

    def field_of(self, header: str) -> str | None:
        """The field that *header* names; ``None`` when no field is called so."""
        whole, without_unit = self._named
        return whole.get(plain(header)) or without_unit.get(bare(header))


@cache
def _told(app: str) -> dict[str, Any]:
    file = Path(apps.get_app_config(app).path) / "columns.toml"
    return tomllib.loads(file.read_text("utf-8")) if file.exists() else {}


@cache
def columns_of(kind: Kind) -> Columns:
    """What is known of the tables of *kind*, in both languages."""
    told = _told(kind.model._meta.app_label).get(str(kind.model._meta.model_name), {})
    names = list(kind.form.base_fields)
    headers = {name: (*told.get(name, ()), *_own_names(kind, name), name) for name in names}
    choices = {name: _choices(kind, name, told.get("_choices", {}).get(name, {})) for name in names}
    sheets = (*told.get("_sheet", {}).get("names", ()), *_kind_names(kind))
    return Columns(sheets, headers, choices)


def _own_names(kind: Kind, name: str) -> tuple[str, ...]:
    """What our own pages call a field, in Chinese first."""
    found = []
    for language in ("zh-hans", "en"):
        with override(language):
            found.append(str(kind.model._meta.get_field(name).verbose_name))  # type: ignore[union-attr]
    return tuple(dict.fromkeys(found))


def _kind_names(kind: Kind) -> tuple[str, ...]:
    found = []
    for language in ("zh-hans", "en"):
        with override(language):
            found += [str(kind.model._meta.verbose_name_plural), str(kind.model._meta.verbose_name)]
    return tuple(dict.fromkeys(found))


def _choices(kind: Kind, name: str, told: dict[str, list[str]]) -> dict[str, str]:
    """Every word that stands for a choice of the field *name*, and the key it stands for."""
    found = {plain(word): key for key, aliases in told.items() for word in (key, *aliases)}
    for language in ("zh-hans", "en"):
        with override(language):
            for key, label in getattr(kind.model._meta.get_field(name), "flatchoices", ()):
                found |= {plain(str(label)): key, plain(str(key)): key}
    return found


def open_sets(kind: Kind) -> dict[str, dict[str, str]]:
    """The fields of *kind* that hold keys of an open set: for each, the words that stand for a key."""
    closed = {f.name for f in kind.model._meta.concrete_fields if f.choices}
    return {name: words for name, words in columns_of(kind).choices.items() if words and name not in closed}


def label(kind: type[Record], name: str, value: str) -> str:
    """What people call the choice *value* of an open set, in the language of the moment; the key when nothing is told.

    Several keys between commas are said one after another.
    """
    told = _told(kind._meta.app_label).get(str(kind._meta.model_name), {}).get("_choices", {}).get(name)
    if told is None:
        return value
    chinese = nearest(get_language()) == CHINESE
    keys = [key for key in value.split(",") if key]
    words = [told[key][0] if chinese and key in told else key.replace("-", " ") for key in keys]
    return ("\u3001" if chinese else ", ").join(words)
