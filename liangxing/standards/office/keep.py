"""Editions as records: kept in one act with the file that they were read from, read back as books, withdrawn."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from datetime import date, timedelta
from fractions import Fraction
from pathlib import Path
from typing import Any

from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from liangxing.evidence.actions import attach
from liangxing.kernel.errors import Refused
from liangxing.kernel.language import CHINESE, ENGLISH
from liangxing.ledger.acts import act
from liangxing.ledger.models import Community
from liangxing.records.actions import end, strike_many, write, write_many
from liangxing.records.tables.words import plain
from liangxing.standards.book import FOREVER, Book, Clause, Level, Test
from liangxing.standards.models import Edition, EditionClause, EditionLevel, EditionTest

from .draft import Draft, in_both

PREFIX = "office"  # of the codes of standards that an office brought


def known(community: Community) -> dict[str, str]:
    """The figures that were confirmed for the words of clauses in earlier editions."""
    tests = EditionTest.objects.known().filter(community=community).select_related("clause").order_by("recorded_at")
    return {plain(test.clause.text): test.measure for test in tests}


def next_of(community: Community, title: str, issuer: str) -> tuple[str, int]:
    """The code and number of the next edition: the one after those with this title and issuer, or a first one."""
    every = Edition.objects.filter(community=community)
    if same := every.filter(title=title, issuer=issuer).order_by("-edition").first():
        return same.code, same.edition + 1
    return f"{PREFIX}-{every.values('code').distinct().count() + 1}", 1


def keep(draft: Draft, *, file: Path, name: str, community: Community, by: str) -> Edition:
    """Keep the *draft* as an edition, with the *file* as its evidence. An earlier one without an end ends before it."""
    if draft.wrong or not draft.clauses:
        raise Refused(_("Something in the table is still to be mended."))
    with act("standards.edition.write", community=community, by=by):
        code, number = next_of(community, draft.info["title"], draft.info["issuer"])
        book = draft.book(f"{code}-e{number}", code)
        _none_alike(community, code, book)
        _end_before(community, code, book.first, by)
        edition = write(_edition(book, code, number), community=community, by=by)
        write_many([_level(edition, level) for level in book.levels], community=community, by=by)
        rows = [_row(edition, n, clause, book) for n, clause in enumerate(book.clauses)]
        write_many(rows, community=community, by=by)
        tests = [_test(row, test) for row, clause in zip(rows, book.clauses, strict=True) for test in clause.tests]
        write_many(tests, community=community, by=by)
        with file.open("rb") as content:
            attach(edition, content, name=name, sort="document", by=by)
    return edition


def _none_alike(community: Community, code: str, book: Book) -> None:
    """``Refused`` when the newest edition says the very same."""
    last = Edition.objects.known().filter(community=community, code=code).order_by("-edition").first()
    if last and (there := given(community)[last.key]).clauses == book.clauses and there.levels == book.levels:
        raise Refused(_("This is edition %s, which is kept already: nothing in it is new.") % last.edition)


def _end_before(community: Community, code: str, first: date, by: str) -> None:
    for older in Edition.objects.known().filter(community=community, code=code):
        if older.day == first:
            words = _("Edition %(n)s begins on the same day: strike it first, if this is to stand in its place.")
            raise Refused(words % {"n": older.edition})
        if older.day < first and (older.until is None or older.until > first):
            end(older, until=first, by=by, why=_("a later edition begins"))


def withdraw(edition: Edition, *, by: str, why: str) -> None:
    """Strike an edition with all that it says; it stays readable."""
    who: dict[str, Any] = {"community": edition.community, "by": by}
    with act("standards.edition.strike", why=why, **who):
        clauses = list(EditionClause.objects.known().filter(standard=edition.fact))
        strike_many(list(EditionTest.objects.known().filter(clause__in=[c.fact for c in clauses])), **who)
        strike_many(clauses, **who)
        strike_many(list(EditionLevel.objects.known().filter(standard=edition.fact)), **who)
        strike_many([edition], **who)


def _edition(book: Book, code: str, number: int) -> Edition:
    return Edition(
        code=code, edition=number, title=book.title[CHINESE], title_en=book.title.get(ENGLISH, ""),
        issuer=book.issuer, number=book.number, source=book.source, remark=book.note.get(CHINESE, ""),
        honours=book.honours, day=book.first, until=None if book.after == FOREVER else book.after,
    )  # fmt: skip


def _level(edition: Edition, level: Level) -> EditionLevel:
    told = {"title": level.title[CHINESE], "title_en": level.title.get(ENGLISH, ""), "at_least": level.at_least}
    return EditionLevel(standard=edition, day=localdate(), **told)


def _row(edition: Edition, place: int, clause: Clause, book: Book) -> EditionClause:
    return EditionClause(
        standard=edition, place=place, number=clause.number, part=clause.part,
        part_en=book.parts.get(clause.part, {}).get(ENGLISH, ""), text=clause.text[CHINESE],
        text_en=clause.text.get(ENGLISH, ""), status=clause.status, points=clause.points,
        needs=clause.needs.get(CHINESE, ""), needs_en=clause.needs.get(ENGLISH, ""),
        evidence=",".join(clause.evidence), follows=",".join(clause.follows), who=clause.who.get(CHINESE, ""),
        who_en=clause.who.get(ENGLISH, ""), due=clause.by, effort_min=clause.effort_min, source=clause.source,
        day=clause.first, until=None if clause.after == FOREVER else clause.after,
    )  # fmt: skip


def _test(row: EditionClause, test: Test) -> EditionTest:
    numbers = " ".join(map(str, test.numbers))
    return EditionTest(clause=row, measure=test.measure, rule=test.rule, numbers=numbers, span=test.span, day=row.day)


def given(community: Community) -> dict[str, Book]:
    """Every edition that an office of *community* brought, as a book, by its key."""
    editions = list(Edition.objects.known().filter(community=community).order_by("code", "edition"))
    if not editions:
        return {}
    tests, levels = defaultdict[Any, list[Test]](list), defaultdict[Any, list[Level]](list)
    for told in EditionTest.objects.known().filter(community=community).order_by("pk"):
        numbers = tuple(Fraction(n) for n in told.numbers.split())
        tests[told.clause_id].append(Test(told.measure, told.rule, numbers, told.span))
    for each in EditionLevel.objects.known().filter(community=community).order_by("-at_least"):
        levels[each.standard_id].append(Level(in_both(each.title, each.title_en), each.at_least))
    rows = defaultdict[Any, list[EditionClause]](list)
    for row in EditionClause.objects.known().filter(community=community).order_by("place"):
        rows[row.standard_id].append(row)
    return {one.key: _book(one, rows[one.fact], tests, tuple(levels[one.fact])) for one in editions}


def _book(edition: Edition, rows: Iterable[EditionClause], tests: Any, levels: tuple[Level, ...]) -> Book:
    after = edition.until or FOREVER
    rows = list(rows)
    return Book(
        key=edition.key, title=in_both(edition.title, edition.title_en), note=in_both(edition.remark, ""),
        parts={row.part: in_both(row.part, row.part_en) for row in rows if row.part}, official=False,
        number=edition.number, issuer=edition.issuer, source=edition.source, first=edition.day, after=after,
        points=None, clauses=tuple(_clause(row, tuple(tests[row.fact]), after) for row in rows), family=edition.code,
        honours=edition.honours, levels=levels, given=True,
    )  # fmt: skip


def _clause(row: EditionClause, tests: tuple[Test, ...], after: date) -> Clause:
    return Clause(
        number=row.number, part=row.part, text=in_both(row.text, row.text_en), tests=tests, source=row.source,
        status=row.status, points=row.points, evidence=tuple(filter(None, row.evidence.split(","))), first=row.day,
        after=max(min(row.until or FOREVER, after), row.day + timedelta(days=1)),
        needs=in_both(row.needs, row.needs_en), effort_min=row.effort_min,
        follows=tuple(filter(None, row.follows.split(","))), who=in_both(row.who, row.who_en), by=row.due,
    )  # fmt: skip
