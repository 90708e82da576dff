"""The parts of a workbook's file: opened with care, and written again with only what was changed made anew."""

from __future__ import annotations

import io
import posixpath
import zipfile
from dataclasses import dataclass, field
from typing import Any

from django.utils.translation import gettext as _
from lxml import etree

from liangxing.kernel import package
from liangxing.kernel.errors import Refused

PARTS_MAX = 4_000
PART_MAX = 64 << 20  # bytes of one part of a form, unpacked; a form of a thousand rows has less than one
ALL_MAX = 256 << 20
BOOK = "xl/workbook.xml"
RELATION = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
Element = Any  # lxml's elements have no public type


@dataclass(frozen=True, slots=True)
class SheetPart:
    """A sheet: what people call it, in which part it is kept, and whether they see it."""

    name: str
    part: str
    hidden: bool


@dataclass(slots=True)
class Package:
    """An opened workbook. ``tree`` gives a part to read or change; ``changed`` says that it is written anew."""

    parts: dict[str, bytes]
    sheets: list[SheetPart] = field(default_factory=list)
    _trees: dict[str, Element] = field(default_factory=dict)
    _changed: set[str] = field(default_factory=set)

    def tree(self, part: str) -> Element:
        """The root element of *part*; ``Refused`` when it is no XML that a workbook may hold."""
        if part not in self._trees:
            self._trees[part] = parse(self.parts[part])
        return self._trees[part]

    def change(self, part: str) -> Element:
        """The root element of *part*, which will be written anew."""
        self._changed.add(part)
        return self.tree(part)

    def add(self, part: str, content: bytes) -> None:
        """Put in, or replace, a part."""
        self.parts[part] = content
        self._trees.pop(part, None)

    def drop(self, part: str) -> None:
        """Take a part out, with what refers to it."""
        if self.parts.pop(part, None) is None:
            return
        for override in self.change("[Content_Types].xml").findall("{*}Override"):
            if override.get("PartName") == f"/{part}":
                override.getparent().remove(override)
        for name in [n for n in self.parts if n.endswith(".rels")]:
            for each in self.tree(name).findall("{*}Relationship"):
                if target(name, each) == part:
                    self.change(name).remove(each)

    def related(self, part: str) -> dict[str, tuple[str, str]]:
        """What *part* refers to: for each id the kind of relation (its last word) and the part."""
        rels = rels_of(part)
        found = self.tree(rels).findall("{*}Relationship") if rels in self.parts else []
        inside = [each for each in found if each.get("TargetMode") != "External"]
        return {each.get("Id"): (each.get("Type").rsplit("/", 1)[-1], target(rels, each)) for each in inside}

    @property
    def macros(self) -> bool:
        """Whether programs lie in it. They are never run here."""
        return any(name.endswith("vbaProject.bin") for name in self.parts)

    def save(self) -> bytes:
        """The file; parts that were not changed are byte for byte what they were, in the order in which they came."""
        made = io.BytesIO()
        with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED, compresslevel=6) as book:
            for name, content in self.parts.items():
                told = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
                told.compress_type = zipfile.ZIP_DEFLATED
                book.writestr(told, self._written(name) if name in self._changed else content)
        return made.getvalue()

    def _written(self, name: str) -> bytes:
        return bytes(etree.tostring(self._trees[name], xml_declaration=True, encoding="UTF-8", standalone=True))


def rels_of(part: str) -> str:
    """The part that says what *part* refers to."""
    folder, name = posixpath.split(part)
    return posixpath.join(folder, "_rels", f"{name}.rels")


def target(rels: str, relation: Element) -> str:
    """The part that a relation of *rels* names."""
    said = relation.get("Target")
    if said.startswith("/"):
        return str(said[1:])
    return posixpath.normpath(posixpath.join(posixpath.dirname(posixpath.dirname(rels)), said))


def parse(content: bytes) -> Element:
    """*content* as XML; ``Refused`` when it is damaged, or defines words of its own, which no office program does."""
    try:
        return package.tree(content)
    except ValueError as error:
        raise _damaged() from error


def _damaged() -> Refused:
    return Refused(_("The workbook is cut off or damaged: open it, save it again, and send it again."))


def open_package(content: bytes) -> Package:
    """The workbook whose file is *content*. ``Refused`` says what is wrong with it."""
    try:
        made = Package(package.parts_of(content, most=PARTS_MAX, part_b=PART_MAX, all_b=ALL_MAX))
        made.sheets = _sheets(made)
    except package.TooLarge:
        raise Refused(_("The workbook unpacks to more than any form of ours: it is not read.")) from None
    except package.DAMAGED as error:
        raise _damaged() from error
    if not made.sheets:
        raise Refused(_("The workbook has no sheet with cells."))
    return made


def _sheets(book: Package) -> list[SheetPart]:
    """The sheets that hold cells, in their order; sheets that are only a chart or a program are passed over."""
    related = book.related(BOOK)
    found = []
    for told in book.tree(BOOK).iterfind("{*}sheets/{*}sheet"):
        relation = told.get(RELATION) or next((v for k, v in told.attrib.items() if k.endswith("}id")), "")
        sort, part = related.get(relation, ("", ""))
        if sort == "worksheet" and part in book.parts:
            found.append(SheetPart(told.get("name"), part, told.get("state", "visible") != "visible"))
    return found
