"""Finding: what the question names, from the program's own words and from the index, in pages."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db import connection
from django.db.models import BooleanField, Case, Count, QuerySet, Value, When
from django.db.models.expressions import RawSQL
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.safestring import SafeString

from liangxing.ledger.models import Community
from liangxing.records.visit import Eyes

from . import said
from .marked import marked
from .models import Line
from .reading import public_kinds, references
from .reading import said as said_of
from .words import Asked

PAGE = 20  # results of a page
WHICH = {
    "sqlite": "SELECT rowid FROM search_words WHERE search_words MATCH %s",
    "postgresql": "SELECT id FROM search_line WHERE vector @@ to_tsquery('simple', %s)",
}


@dataclass(frozen=True, slots=True)
class Hit:
    """Something that was found: its sort in a word, where it is, and its title and text with the hits marked."""

    sort: str | Promise
    href: str
    title: SafeString
    text: SafeString
    day: date | None = None


@dataclass(frozen=True, slots=True)
class Sort:
    """One sort of things found, and how many of it."""

    key: str
    word: str | Promise
    count: int


@dataclass(frozen=True, slots=True)
class Found:
    """All that one question finds in a community: ``sorts`` with their counts; ``hits`` gives one page of them."""

    asked: Asked
    community: Community
    told: list[said.Said]
    lines: QuerySet[Line]
    sorts: list[Sort]

    def count(self, sort: str = "") -> int:
        """How many of a *sort*, or of all."""
        return sum(s.count for s in self.sorts if sort in ("", s.key))

    def hits(self, eyes: Eyes, sort: str = "", page: int = 1) -> list[Hit]:
        """One page: what stands in the program first, then records; those whose name holds the words, the newest."""
        told = [s for s in self.told if sort in ("", s.sort)]
        lines = self.lines.filter(kind=sort) if sort else self.lines
        first, after = (page - 1) * PAGE, page * PAGE
        some = [_told(self.asked, s, self.community.code) for s in told[first:after]]
        rest = in_order(lines, self.asked)[max(0, first - len(told)) : max(0, after - len(told))]
        return some + _records(self.asked, list(rest), self.community, eyes)


def lines_of(community: Community, asked: Asked) -> QuerySet[Line]:
    """The lines of the index that hold every run of the question."""
    engine = connection.vendor
    question = asked.for_sqlite() if engine == "sqlite" else asked.for_postgresql()
    return Line.objects.filter(community=community, pk__in=RawSQL(WHICH[engine], [question]))


def in_order(lines: QuerySet[Line], asked: Asked) -> QuerySet[Line]:
    """Those first whose name holds the question, and the newest first."""
    named = Case(
        When(name__contains=asked.runs[0], then=Value(True)), default=Value(False), output_field=BooleanField()
    )
    return lines.order_by(named.desc(), "-day", "-pk")


def find(community: Community, asked: Asked) -> Found:
    """What the question names in *community*."""
    told, lines = said.find(asked), lines_of(community, asked)
    here = [(key, str(word), sum(s.sort == key for s in told)) for key, word in said.SORTS.items()]
    counts = dict(lines.order_by().values_list("kind").annotate(n=Count("pk")))
    kept = [(key, kind.name, counts[key]) for key, kind in public_kinds().items() if key in counts]
    sorts = [Sort(key, word, n) for key, word, n in [*here, *kept] if n]
    return Found(asked, community, told, lines, sorts)


def _told(asked: Asked, one: said.Said, code: str) -> Hit:
    title, text = one.in_words()
    return Hit(said.SORTS[one.sort], one.href(code), marked(title, asked, whole=True), marked(text, asked))


def _records(asked: Asked, lines: list[Line], community: Community, eyes: Eyes) -> list[Hit]:
    """A hit for each line, from its record as it stands now; a record that no longer does is left out."""
    rows: dict[Any, Any] = {}
    for key in {line.kind for line in lines}:
        kind = public_kinds()[key]
        some = kind.model._default_manager.known().filter(
            community=community, pk__in=[line.record for line in lines if line.kind == key]
        )
        rows |= {row.pk: row for row in eyes.narrow(some).select_related(*references(kind))}
    return [_record(asked, line, rows[line.record], community.code) for line in lines if line.record in rows]


def _record(asked: Asked, line: Line, row: Any, code: str) -> Hit:
    kind = public_kinds()[line.kind]
    name, *rest = said_of(row, kind)
    text = " · ".join(words for words in rest if words not in ("—", name))
    href = reverse(kind.route("page"), args=[code, row.pk])
    return Hit(kind.name, href, marked(name, asked, whole=True), marked(text, asked), row.day)
