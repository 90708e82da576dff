"""A standard as a table that reads back as the same, and as TOML, the form in which standards are shipped."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from datetime import date
from fractions import Fraction
from typing import Any

from liangxing.kernel.language import CHINESE, ENGLISH
from liangxing.measures.measure import MEASURES
from liangxing.records.tables import export
from liangxing.records.tables.words import words as table_words
from liangxing.standards.book import BEGINNING, FOREVER, Book, Clause, Test
from liangxing.standards.reading import STATUSES

from .matching import called
from .thresholds import written
from .words import words

COLUMNS = (
    "number", "part", "text", "measure", "asked", "span", "points", "evidence", "who", "by", "effort_min", "first",
    "after", "status", "needs", "follows", "source", "part_en", "text_en", "who_en", "needs_en",
)  # fmt: skip


def xlsx(book: Book | None) -> bytes:
    """The *book* as a workbook; without one, a blank to fill in, with an example that is passed over."""
    told = words()
    header = [told["headers"][name][0] for name in COLUMNS]
    rows = list(_rows(book)) if book else [_example()]
    info = list(_info(book))
    sheets = told["sheets"]
    return export.workbook([(sheets["clauses"], header, rows), (sheets["info"], info[0], info[1:])])


def _rows(book: Book) -> Iterator[list[Any]]:
    for clause in book.clauses:
        row = _clause(book, clause)
        if not clause.tests:
            yield [row.get(name, "") for name in COLUMNS]
        for n, test in enumerate(clause.tests):
            asked = _asked(test)
            yield [(asked | (row if not n else {})).get(name, "") for name in COLUMNS]


def _clause(book: Book, clause: Clause) -> dict[str, Any]:
    part, statuses = book.parts.get(clause.part, {}), words()["status"]
    return {
        "number": clause.number, "part": part.get(CHINESE, clause.part), "part_en": part.get(ENGLISH, ""),
        "text": clause.text[CHINESE], "text_en": clause.text.get(ENGLISH, ""), "points": clause.points,
        "evidence": ", ".join(clause.evidence), "who": clause.who.get(CHINESE, ""),
        "who_en": clause.who.get(ENGLISH, ""),
        "by": clause.by, "effort_min": clause.effort_min, "first": _first(clause.first, book.first),
        "after": None if clause.after == book.after else clause.after, "status": statuses[clause.status][0],
        "needs": clause.needs.get(CHINESE, ""), "needs_en": clause.needs.get(ENGLISH, ""),
        "follows": ", ".join(clause.follows), "source": clause.source,
    }  # fmt: skip


def _first(first: date, of_book: date) -> date | None:
    return None if first == of_book else first


def _asked(test: Test) -> dict[str, Any]:
    return {
        "measure": called(test.measure),
        "asked": written(test.rule, test.numbers, share=MEASURES[test.measure].unit == "1"),
        "span": words()["spans"][test.span][0],
    }


def _example() -> list[Any]:
    told = {
        "number": f"{table_words()['example'][0]}: 1.1", "measure": called("activities.lessons"), "points": 5,
        "asked": written("at_least", [Fraction(4)], share=False), "span": words()["spans"]["year"][0],
    }  # fmt: skip
    return [told.get(name, "") for name in COLUMNS]


def _info(book: Book | None) -> Iterator[Sequence[Any]]:
    label = {name: some[0] for name, some in words()["info"].items()}
    told: dict[str, Any] = {}
    if book:
        told = {
            "title": book.title[CHINESE], "title_en": book.title.get(ENGLISH, ""), "issuer": book.issuer,
            "number": book.number, "source": book.source, "honours": book.honours,
            "first": None if book.first == BEGINNING else book.first,
            "after": None if book.after == FOREVER else book.after, "remark": book.note.get(CHINESE, ""),
        }  # fmt: skip
    for name in ("title", "title_en", "issuer", "number", "source", "first", "after", "honours", "remark"):
        yield [label[name], told.get(name) or ""]
    for level in book.levels if book else ():
        yield [label["level"], level.title[CHINESE], level.at_least, level.title.get(ENGLISH, "")]


def toml(book: Book) -> str:
    """The *book* as a ``standard.toml``: it may be put into a folder of ``books/``, or kept beside the table."""
    lines = [f"official = {str(book.official).lower()}"]
    said = {"number": book.number, "issuer": book.issuer, "source": book.source, "family": book.family,
            "honours": book.honours}  # fmt: skip
    lines += [f"{name} = {_text(value)}" for name, value in said.items() if value]
    lines += _term(book.first, book.after, (BEGINNING, FOREVER))
    if book.points is not None:
        lines.append(f"points = {book.points}")
    lines += ["", "[title]", *_words(book.title)]
    if book.note:
        lines += ["[note]", *_words(book.note)]
    for key, part in book.parts.items():
        lines += [f"[part.{_text(key)}]", *_words(part)]
    for level in book.levels:
        lines += ["", "[[level]]", f"title = {_inline(level.title)}", f"at_least = {level.at_least}"]
    for clause in book.clauses:
        lines += ["", "[[clause]]", *_told(book, clause)]
    return "\n".join(lines) + "\n"


def _told(book: Book, clause: Clause) -> Iterator[str]:
    yield f"number = {_text(clause.number)}"
    if clause.part:
        yield f"part = {_text(clause.part)}"
    yield f"text = {_inline(clause.text)}"
    if clause.needs:
        yield f"needs = {_inline(clause.needs)}"
    if clause.who:
        yield f"who = {_inline(clause.who)}"
    if clause.status != STATUSES[0]:
        yield f"status = {_text(clause.status)}"
    for name, number in (("points", clause.points), ("effort_min", clause.effort_min), ("by", clause.by)):
        if number is not None:
            yield f"{name} = {number}"
    for name, some in (("evidence", clause.evidence), ("follows", clause.follows)):
        if some:
            yield f"{name} = [{', '.join(map(_text, some))}]"
    yield from _term(clause.first, clause.after, (book.first, book.after))
    yield f"source = {_text(clause.source)}"
    for test in clause.tests:
        yield "[[clause.test]]"
        yield f"measure = {_text(test.measure)}"
        numbers = [str(n) if n.denominator == 1 else _text(str(n)) for n in test.numbers]
        value = {0: "true", 1: (numbers or [""])[0]}.get(len(numbers), f"[{', '.join(numbers)}]")
        yield f"{test.rule} = {value}"
        if test.span != "year":
            yield f"over = {_text(test.span)}"


def _term(first: date, after: date, otherwise: tuple[date, date]) -> Iterator[str]:
    if first != otherwise[0]:
        yield f"valid_from = {first}"
    if after != otherwise[1]:
        yield f"valid_to = {after}"


def _text(value: str) -> str:
    """A basic string; JSON's escapes are TOML's, but for the one character that JSON lets stand."""
    return json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007f")


def _words(told: Any) -> Iterator[str]:
    """Both languages, for the form asks for both: where only one was told, it stands for the other too."""
    for language in (CHINESE, ENGLISH):
        yield f"{language} = {_text(told.get(language) or told.get(CHINESE, ''))}"


def _inline(told: Any) -> str:
    return f"{{ {', '.join(_words(told))} }}"
