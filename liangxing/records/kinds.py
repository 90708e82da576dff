"""The kinds of record that have pages: found through their routes, never listed by hand."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.urls import get_resolver

from liangxing.kernel.registry import Registry

from .forms import RecordForm
from .models import Record


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of record as people meet it: its form, and which columns its list and page show."""

    key: str
    model: type[Record]
    form: type[RecordForm[Any]]
    columns: tuple[str, ...]
    filters: tuple[str, ...]

    @property
    def app(self) -> str:
        """The floor or room it belongs to, such as ``environment``."""
        return self.key.partition(".")[0]

    @property
    def name(self) -> str:
        """What people call one of the kind, in the language of the moment."""
        return str(self.model._meta.verbose_name)

    def route(self, page: str) -> str:
        """The name of the route of one of its pages."""
        return f"{self.key}.{page}"


KINDS: Registry[Kind] = Registry("kind of record")


def kinds() -> Registry[Kind]:
    """Every kind by its key, such as ``environment.bin``; the routes are read first, for they make the kinds known."""
    _ = get_resolver().url_patterns
    return KINDS
