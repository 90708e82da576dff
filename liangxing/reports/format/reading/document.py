"""A whole .docx as a ``Paper``."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator, Mapping

from lxml import etree

from liangxing.reports.format.opening import BODY, parts_of, tree
from liangxing.reports.format.paper import Line, Paper, Section

from . import theme
from .feet import section
from .labels import Labels
from .lines import Reader, ends_page
from .marks import NS, switch, value, w
from .styles import Styles

HOLDERS = {w("sdt"), w("sdtContent"), w("ins"), w("customXml"), w("smartTag")}
TRACES = {"ins": "changes", "del": "changes", "moveFrom": "changes", "commentReference": "comments"}


def read(content: bytes, name: str) -> Paper:
    """The document in *content*; ``Refused`` with a clear sentence when there is none."""
    return _Package(parts_of(content, name), name).paper()


class _Package:
    """The parts of one document, read together."""

    def __init__(self, parts: Mapping[str, bytes], name: str) -> None:
        self.parts, self.name = parts, name
        self.body = self._tree(BODY)
        self.targets = dict(self._relations())
        settings = self._of_kind("settings")
        self.odd_even = bool(switch(settings, "evenAndOddHeaders"))
        named = value(settings, "themeFontLang", "eastAsia") or "zh-CN"
        styles = Styles(self._of_kind("styles"), theme.fonts(self._of_kind("theme"), named))
        pages = self.body is not None and self.body.find(f".//{w('lastRenderedPageBreak')}") is not None
        self.reader = Reader(styles, Labels(self._of_kind("numbering")), pages=pages)

    def _tree(self, part: str) -> etree._Element | None:
        return tree(self.parts[part], self.name) if self.parts.get(part) else None

    def _relations(self) -> Iterator[tuple[str, tuple[str, str]]]:
        held = self._tree("word/_rels/document.xml.rels")
        for one in [] if held is None else held.findall("pr:Relationship", NS):
            if one.get("TargetMode") != "External":
                path = posixpath.normpath(posixpath.join("/word", one.get("Target", "")))
                yield one.get("Id", ""), (one.get("Type", "").rpartition("/")[2], path.lstrip("/"))

    def _of_kind(self, kind: str) -> etree._Element | None:
        return next((self._tree(path) for sort, path in self.targets.values() if sort == kind), None)

    def _by_id(self, key: str) -> etree._Element | None:
        return self._tree(self.targets[key][1]) if key in self.targets else None

    def paper(self) -> Paper:
        """All lines in their order; the sections are known at their ends."""
        sections: list[Section] = []
        lines: list[Line] = []
        new_page = False
        body = None if self.body is None else self.body.find(w("body"))
        for held, table in _paragraphs(body if body is not None else []):
            lines.append(self.reader.line(held, section=len(sections), table=table, after_break=new_page))
            new_page = (new_page and not lines[-1].plain) or ends_page(held)
            if (ended := held.find(f"{w('pPr')}/{w('sectPr')}")) is not None:
                sections.append(self._section(ended, sections))
                new_page = True
        last = None if body is None else body.find(w("sectPr"))
        sections.append(self._section(etree.Element(w("sectPr")) if last is None else last, sections))
        return Paper(tuple(sections), tuple(lines), self.odd_even, self._traces())

    def _section(self, held: etree._Element, before: list[Section]) -> Section:
        return section(held, before[-1] if before else None, self._by_id, self.reader, len(before))

    def _traces(self) -> frozenset[str]:
        found = {
            said
            for name, said in TRACES.items()
            if self.body is not None and self.body.find(f".//{w(name)}") is not None
        }
        return frozenset(found)


def _paragraphs(
    held: etree._Element | list[etree._Element], table: bool = False
) -> Iterator[tuple[etree._Element, bool]]:
    """Paragraphs in the order of the page, and whether each stands in a table."""
    for child in held:
        if child.tag == w("p"):
            yield child, table
        elif child.tag == w("tbl"):
            yield from ((one, True) for one in child.iter(w("p")))
        elif child.tag in HOLDERS:
            yield from _paragraphs(child, table)
