"""The record that a document is written of: which books take it, how it is found, and its words as quotations."""

from __future__ import annotations

import re
from datetime import date, datetime, time
from decimal import Decimal
from typing import Any
from uuid import UUID

from django.apps import apps
from django.db.models import Q
from django.urls import reverse
from django.utils.formats import date_format, time_format
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from liangxing.evidence.queries import pieces_for
from liangxing.kernel.errors import Refused
from liangxing.kernel.quantity import number
from liangxing.ledger.models import Community
from liangxing.records.kinds import kinds
from liangxing.records.models import Record, Records
from liangxing.records.tables.columns import label

from .blocks import Quoted
from .books import Book, books

# A space between a Chinese sign and a digit: screens want it, papers do not.
SPACE = re.compile("(?<=[0-9]) (?=[\u3400-\u9fff])|(?<=[\u3400-\u9fff]) (?=[0-9])")


def books_of(record: Record, day: date) -> list[Book]:
    """The books that can be written of *record* on *day*."""
    kind = record._meta.label_lower
    return [book for book in books().values() if kind in book.of and book.of[kind].fits(record, day)]


def subjects(book: Book, community: Community, day: date) -> list[tuple[type[Record], Records[Any]]]:
    """For each kind that *book* is written of, its records, the newest first."""
    found = []
    for subject in book.of.values():
        kind = _kind(subject.kind)
        rows = kind._default_manager.known().filter(community=community).order_by("-day", "-pk")
        if subject.when:
            rows = rows.filter(**{"day__lte" if subject.when == "past" else "day__gte": day})
        if subject.sort:
            rows = rows.filter(Q(("sort__in", subject.sort)))
        found.append((kind, rows))
    return found


def subject_by_code(book: Book, community: Community, code: str) -> Record:
    """The record that *code* names: its code in the register, or its id. ``Refused`` says when there is none."""
    for name in book.of:
        kind = _kind(name)
        asked = Q(pk=code) | Q(fact=code) if _is_id(code) else Q(code=code)
        known = kind._default_manager.known().filter(asked, community=community)
        if found := known.first():
            return found
    words = ", ".join(str(_kind(name)._meta.verbose_name) for name in book.of)
    raise Refused(_("No %(kinds)s has the code %(code)s.") % {"kinds": words, "code": code})


def _is_id(code: str) -> bool:
    try:
        UUID(code)
    except ValueError:
        return False
    return True


def _kind(name: str) -> type[Record]:
    kind: Any = apps.get_model(name)
    return kind  # type: ignore[no-any-return]


def path_of(record: Record) -> str:
    """The page of *record*, from the root; empty when its kind has no pages."""
    kind = kinds().get(record._meta.label_lower)
    return reverse(kind.route("page"), args=[record.community.code, record.pk]) if kind else ""


def place_of(code: str, key: str, record: Record) -> str:
    """Where the document *key* of *record* is, in the community *code*."""
    return reverse("report.record.build", args=[code, key, record._meta.label_lower, record.pk])


def called(record: Record) -> Quoted:
    """What people call *record*, as a quotation: its title, else what sort it is of, else its code."""
    title = getattr(record, "title", "") or getattr(record, "name", "")
    sort = getattr(record, "get_sort_display", None)
    return _quoted(record, str(title or (sort() if sort else getattr(record, "code", record))))


def quote(record: Record, column: str, known_at: datetime | None = None) -> list[Quoted]:
    """What the fact of *record* says in *column*, as it was known then: a quotation for each of its paragraphs."""
    told = _now(record, known_at)
    source = (record._meta.label_lower, record.fact, column)
    lines = [line.strip() for line in said(told, column, known_at).splitlines() if line.strip()]
    return [_quoted(told, line, source) for line in lines]


def _quoted(record: Record, words: str, source: tuple[str, UUID, str] | None = None) -> Quoted:
    return Quoted(words, path_of(record), "whole" if pieces_for([record])[record.pk] else "part", source)


def _now(record: Record, known_at: datetime | None) -> Record:
    """The telling of the fact that counts; a reference leads to the first one, which may have been corrected."""
    rows: Records[Any] = type(record)._default_manager.known(known_at)
    found: Record | None = rows.filter(fact=record.fact, community=record.community_id).first()
    return found or record


def _spaceless(words: str) -> str:
    return SPACE.sub("", words) if (get_language() or "").startswith("zh") else words


def spoken(day: date) -> str:
    """*day* as papers have it: in Chinese without the spaces that screens put around numbers."""
    return _spaceless(date_format(day))


def said(record: Record, column: str, known_at: datetime | None = None) -> str:
    """What *record* says in *column* as a sentence has it; what it does not say is said to be not recorded."""
    value = getattr(record, column)
    if isinstance(value, Record):
        value = _spaceless(str(_now(value, known_at)))
    if value is None or value == "":
        return _("not recorded")
    if shown := getattr(record, f"get_{column}_display", None):
        return str(shown())
    if isinstance(value, date):
        return spoken(value)
    if isinstance(value, time):
        return time_format(value, "H:i")
    if isinstance(value, bool):
        return _("yes") if value else _("no")
    if isinstance(value, int | Decimal):
        return number(value)
    return label(type(record), column, value) if isinstance(value, str) else str(value)
