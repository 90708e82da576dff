"""What is wrong with a layout: each fault with the words of its paragraph, and what to do."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from django.utils.translation import gettext as _
from lxml import etree

from liangxing.kernel.period import Period
from liangxing.kernel.quantity import convert, units
from liangxing.measures.measure import MEASURES
from liangxing.records.models import Record
from liangxing.reports.format.reading.marks import w
from liangxing.reports.format.shapes import numbers, pattern
from liangxing.reports.lint import BARE

from .atoms import atoms, text_of
from .fields import Fields, Sort, is_list, plain
from .lists import columns
from .package import opened, texts
from .syntax import FOREIGN, Is, Tag, outside, tags, words

FIRST_WORDS = 24
ENGLISH_NUMBER = re.compile(r"(\d{1,2}(\.\d{1,2})+ |\d{1,2}\. ?)(?=[A-Z])")  # of a heading in English


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing that is wrong: where (first words), what, and what to do."""

    where: str
    says: str
    todo: str


@dataclass(frozen=True, slots=True)
class Checked:
    """A layout that was looked at: its faults, how many fields it has, and how many were mended on the way."""

    faults: tuple[Fault, ...]
    fields: int
    mended: int


def check(content: bytes, name: str, fields: Fields) -> Checked:
    """Look at a layout. ``Refused`` for what is no layout at all: no .docx, with macros, or reaching out of itself."""
    faults: list[Fault] = []
    found = mended = 0
    for part, held in texts(opened(content, name), name).items():
        looked = _Part(fields)
        faults += looked.faults(held)
        found, mended = found + looked.found, mended + looked.mended
        if part == "word/document.xml" and not found:
            faults.append(
                Fault("", _("There is no field in it."), _("Begin with the shipped layout, which has all fields."))
            )
    return Checked(tuple(dict.fromkeys(faults)), found, mended)


class _Part:
    """Goes through one part of the package; ``kind`` is the list that is open, as its records."""

    def __init__(self, fields: Fields) -> None:
        self.fields = fields
        self.kind: type[Record] | None = None
        self.opened_in: str = ""
        self.found = self.mended = 0

    def faults(self, held: etree._Element) -> Iterator[Fault]:
        """The faults of a part."""
        if held.find(f".//{w('del')}") is not None or held.find(f".//{w('ins')}") is not None:
            yield Fault("", _("It holds tracked changes."), _("Review, Accept: accept all changes, then upload again."))
        for line in held.iter(w("p")):
            yield from self._line(line)
        if self.opened_in:
            yield self._open_loop()

    def _line(self, line: etree._Element) -> Iterator[Fault]:
        text = text_of(line)
        where = " ".join(text.split())[:FIRST_WORDS]
        found = [tag for _start, _end, tag in tags(text)]
        self.found += len(found)
        self.mended += sum(atom.cut for atom in atoms(line)) if found else 0
        rest = outside(text)
        if FOREIGN.search(rest) or FOREIGN.search(text):
            yield Fault(
                where, _("It holds commands of a template language."), _("Take them out: a layout has fields only.")
            )
        if "{{" in rest or "}}" in rest:
            yield Fault(where, _("A field is not closed."), _("Each field begins with {{ and ends with }}."))
        for tag in found:
            yield from self._tag(tag, where, alone=len(found) == 1 and not rest.strip())
        if not any(one.text and "PAGE" in one.text for one in line.iter(w("instrText"))):
            yield from _bare(line, rest, where)

    def _tag(self, tag: Tag, where: str, *, alone: bool) -> Iterator[Fault]:
        if tag.expression and self.fields.find(tag.name) is None:
            yield Fault(
                where,
                _("“%s” is a command, and no name of a field.") % tag.said,
                _("A field is a name and nothing else; take it from the list of fields."),
            )
        elif tag.sort is Is.EACH:
            yield from self._each(tag, where)
        elif tag.sort in (Is.END, Is.BETWEEN) and not self.opened_in:
            yield Fault(
                where, _("“%s” stands outside of any list.") % tag.said, _("Take it out, or open a list before it.")
            )
        elif tag.sort is Is.END:
            self.kind, self.opened_in = None, ""
        elif tag.sort is Is.VALUE:
            yield from self._value(tag, where, alone=alone)

    def _each(self, tag: Tag, where: str) -> Iterator[Fault]:
        if self.opened_in:
            yield self._open_loop()
        field = self.fields.find(tag.name)
        self.kind, self.opened_in = None, where or tag.said
        if field is None or field.sort is not Sort.FIGURE or not is_list(field.key):
            yield self._unknown(tag, where)
        else:
            self.kind = MEASURES[field.key].counted[0].of

    def _value(self, tag: Tag, where: str, *, alone: bool) -> Iterator[Fault]:
        if self.kind is not None and plain(tag.name) in columns(self.kind):
            return
        field = self.fields.find(tag.name)
        if field is None:
            yield self._unknown(tag, where)
        elif field.sort is Sort.BLOCK and not alone:
            yield Fault(
                where,
                _("“%s” gives whole paragraphs, and shares its paragraph with other text.") % tag.said,
                _("Put it into a paragraph of its own."),
            )
        elif tag.options and (wrong := _wrong_option(tag, field.sort, field.key)):
            yield Fault(where, _("“%(option)s” says nothing behind “%(name)s”.") % {"option": wrong, "name": tag.name},
                        _("Behind a bar may stand a period (2012, 2012-03), the year, over, or a unit."))  # fmt: skip

    def _unknown(self, tag: Tag, where: str) -> Fault:
        near = self.fields.near(tag.name, columns(self.kind) if self.kind else ())
        todo = _("Take a name from the list of fields.")
        if near:
            todo = _("Is “%s” meant? All names stand in the list of fields.") % near
        return Fault(where, _("There is no field “%s”.") % tag.name, todo)

    def _open_loop(self) -> Fault:
        told, self.opened_in, self.kind = self.opened_in, "", None
        return Fault(told, _("A list is opened and not closed."), _("Put {{end}} where it ends."))


def _bare(line: etree._Element, rest: str, where: str) -> Iterator[Fault]:
    """Numbers that stand in the text itself; that of a heading, of an annex, and a table's own are none."""
    for shape in (*numbers("right"), ENGLISH_NUMBER, pattern("annex_label")):
        if found := shape.match(rest.strip()):
            rest = rest.strip()[found.end() :]
            break
    for found in BARE.finditer(rest):
        yield Fault(
            where,
            _("“%s” is a bare number: nobody could say later whether it still holds.") % found.group(),
            _("Put the field of the figure there; a number that is no figure is written as {{as is %s}}.")
            % found.group(),
        )


def _wrong_option(tag: Tag, sort: Sort, key: str) -> str:
    """The first option that cannot be understood."""
    for option in tag.options:
        if sort is not Sort.FIGURE or understood(option, MEASURES[key].unit) is None:
            return option
    return ""


def understood(option: str, unit: str) -> tuple[str, str] | None:
    """What an option says, such as ``("period", "2012")``; ``None`` when it says nothing."""
    if option in ("year", "this", "last", "over"):
        return ("manner" if option == "over" else "period"), option
    if option in words()["periods"]:
        return "period", words()["periods"][option]
    if option in words()["manners"]:
        return "manner", words()["manners"][option]
    for code, known in units().items():
        if option == code or option in known.words.values():
            try:
                convert(1, unit, code)
            except (ValueError, KeyError):
                continue
            return "unit", code
    try:
        Period.parse(option)
    except ValueError:
        return None
    return "period", option
