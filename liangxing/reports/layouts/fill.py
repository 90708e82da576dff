"""Filling a layout: each field gives its words, and a figure is stated as a claim like any other."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from copy import deepcopy
from dataclasses import dataclass, replace

from django.utils.translation import override
from lxml import etree

from liangxing.kernel.language import CHINESE
from liangxing.ledger.models import Community
from liangxing.measures.measure import MEASURES
from liangxing.records.models import Record
from liangxing.reports.blocks import Block, Document, Heading, Paragraph, TableBlock
from liangxing.reports.format.reading.marks import w
from liangxing.reports.render.numbering import numbered
from liangxing.reports.render.word import LEVEL_USES
from liangxing.reports.render.word_page import USUAL
from liangxing.reports.writing import Writing

from .atoms import Atom, atoms, rewrite, text_of
from .check import understood
from .fields import Fields, Sort, heading_of, plain
from .lists import columns, rows, said
from .package import opened, repacked, texts
from .syntax import Is, Tag, tags
from .tables import table
from .word import word

GAP = {True: "\u3001", False: ", "}  # between the items of a list, in Chinese and in English


@dataclass(frozen=True, slots=True)
class Filled:
    """A layout with its words, and the report with every figure that stands in either."""

    content: bytes
    document: Document


def fill(content: bytes, name: str, document: Document, community: Community, run: Writing) -> Filled:
    """The layout *content* with the words of *document*; *run* keeps what is stated, with what was before."""
    with override(document.language):
        changed = texts(opened(content, name), name)
        filling = _Filling(Fields(document), community, run)
        for held in changed.values():
            filling.within(held, None)
        return Filled(repacked(content, changed), replace(document, stated=tuple(run.stated)))


def mark(held: etree._Element) -> Tag | None:
    """The tag that stands alone in a paragraph."""
    if held.tag != w("p"):
        return None
    text = text_of(held)
    found = list(tags(text))
    alone = len(found) == 1 and not (text[: found[0][0]] + text[found[0][1] :]).strip()
    return found[0][2] if alone else None


class _Filling:
    """One layout that is being filled."""

    def __init__(self, fields: Fields, community: Community, run: Writing) -> None:
        self.fields, self.community, self.run = fields, community, run
        self.document = fields.document

    def within(self, held: etree._Element, row: Record | None) -> None:
        """Everything in *held*: a part, a cell, a box."""
        children = list(held)
        while children:
            child = children.pop(0)
            tag = mark(child)
            if tag is not None and tag.sort is Is.EACH:
                inner = self._until_end(children)
                self._repeat(child, inner[:-1], lambda copy, each: self._one(copy, each), tag.name)
                for one in [child, *inner]:
                    held.remove(one)
            else:
                self._one(child, row)

    @staticmethod
    def _until_end(children: list[etree._Element]) -> list[etree._Element]:
        taken = []
        while children:
            taken.append(children.pop(0))
            tag = mark(taken[-1])
            if tag is not None and tag.sort is Is.END:
                break
        return taken

    def _repeat(
        self, before: etree._Element, inner: list[etree._Element],
        each_one: Callable[[etree._Element, Record], None], name: str,
    ) -> None:  # fmt: skip
        """Put *inner*, once for each record of the list *name*, before an element."""
        for record in self._rows(name):
            for one in inner:
                copy = deepcopy(one)
                before.addprevious(copy)
                each_one(copy, record)

    def _rows(self, name: str) -> list[Record]:
        field = self.fields.find(name)
        return rows(self.run, field.key) if field is not None else []

    def _one(self, held: etree._Element, row: Record | None) -> None:
        if held.tag == w("p"):
            for box in list(held.iter(w("txbxContent"))):
                self.within(box, row)
            self._paragraph(held, row)
        elif held.tag == w("tbl"):
            for line in held.findall(w("tr")):
                self._table_row(line, row)
        elif held.tag not in (w("sectPr"), w("pPr")):
            self.within(held, row)

    def _table_row(self, line: etree._Element, row: Record | None) -> None:
        """A row of a table; a list opened in one cell and closed in a later one repeats the row for each record."""
        lines = list(line.iter(w("p")))
        told = [[tag for _start, _end, tag in tags(text_of(held))] for held in lines]
        opens = next((tag for some in told for tag in some if tag.sort is Is.EACH), None)
        whole = any(tag.sort is Is.END for some in told for tag in some)
        inline = any({tag.sort for tag in some} >= {Is.EACH, Is.END} for some in told)
        if opens is None or inline or not whole:
            for cell in line.findall(w("tc")):
                self.within(cell, row)
            return
        for record in self._rows(opens.name):
            copy = deepcopy(line)
            line.addprevious(copy)
            for held in copy.iter(w("p")):
                self._paragraph(held, record)
        line.getparent().remove(line)

    def _paragraph(self, held: etree._Element, row: Record | None) -> None:
        found = atoms(held)
        if not any(atom.tag for atom in found):
            return
        tag = mark(held)
        field = self.fields.find(tag.name) if tag is not None and tag.sort is Is.VALUE else None
        if field is not None and field.sort is Sort.BLOCK and not (row and plain(field.key) in columns(type(row))):
            self._blocks(held, found, field.key)
        else:
            rewrite(held, list(self._said(found, row)))

    def _said(self, found: list[Atom], row: Record | None) -> Iterator[Atom]:
        """The atoms with words in the place of tags; what lies within a list comes for each of its records."""
        waiting = list(found)
        while waiting:
            atom = waiting.pop(0)
            if atom.tag is None:
                yield atom
            elif atom.tag.sort is Is.EACH and any(a.tag and a.tag.sort is Is.END for a in waiting):
                end = next(n for n, a in enumerate(waiting) if a.tag and a.tag.sort is Is.END)
                inner, waiting = waiting[:end], waiting[end + 1 :]
                some = self._rows(atom.tag.name)
                for n, record in enumerate(some):
                    yield from self._item(inner, record, last=n + 1 == len(some))
            else:
                yield replace(atom, text=self._word(atom.tag, row), tag=None)

    def _item(self, inner: list[Atom], record: Record, *, last: bool) -> Iterator[Atom]:
        for atom in inner:
            if atom.tag is not None and atom.tag.sort is Is.BETWEEN:
                gap = atom.tag.name or GAP[self.document.language == CHINESE]
                yield replace(atom, text="" if last else gap, tag=None)
            else:
                yield atom if atom.tag is None else replace(atom, text=self._word(atom.tag, record), tag=None)

    def _word(self, tag: Tag, row: Record | None) -> str:
        if tag.sort is not Is.VALUE:
            return tag.name if tag.sort is Is.PLAIN else ""
        if row is not None and (column := columns(type(row)).get(plain(tag.name))) is not None:
            return said(row, column)
        field = self.fields.find(tag.name)
        if field is None:
            return ""
        return (
            self.figure(field.key, tag.options)
            if field.sort is Sort.FIGURE
            else word(field.key, self.document, self.community)
        )

    def figure(self, key: str, options: tuple[str, ...]) -> str:
        """State a figure, and say it."""
        told = dict(filter(None, (understood(option, _unit(key)) for option in options)))
        place = re.search(r"\d+", self.run.state(key, **told))
        return self.run.stated[int(place.group())].shown if place else ""

    def _blocks(self, held: etree._Element, found: list[Atom], key: str) -> None:
        """Whole paragraphs in the type of the one that holds the field, and tables."""
        blocks = self.fields.under(key)
        run = next(atom.run for atom in found if atom.tag)
        said = {id(block): words for block, words in numbered(self.document.blocks, self.document.language)}
        for block in blocks:
            if isinstance(block, TableBlock):
                held.addprevious(table(block, run))
                continue
            copy = deepcopy(held)
            rewrite(copy, [Atom(run, text=said.get(id(block)) or words_of(block))])
            if not isinstance(block, Paragraph):
                _set_apart(copy, block)
            held.addprevious(copy)
        if not blocks or isinstance(blocks[-1], TableBlock):
            rewrite(held, [])  # a cell, or the end of a table, needs a paragraph behind it
        else:
            held.getparent().remove(held)


def _unit(key: str) -> str:
    return MEASURES[key].unit


def _set_apart(held: etree._Element, block: Block) -> None:
    """A heading in the font of its level; to whom it is written, at the edge."""
    if isinstance(block, Heading):
        for props in held.iter(w("rPr")):
            fonts = props.find(w("rFonts"))
            if fonts is not None and block.level in LEVEL_USES:
                fonts.set(w("eastAsia"), USUAL[LEVEL_USES[block.level]])
    elif (indent := held.find(f"{w('pPr')}/{w('ind')}")) is not None:
        indent.getparent().remove(indent)


def words_of(block: Block) -> str:
    """A block as plain text."""
    if (named := heading_of(block)) is not None:
        return named
    return "".join(run if isinstance(run, str) else run.shown for run in getattr(block, "runs", ()))
