"""The package of a layout: what may not be in it, its parts that hold text, and the same package with these changed."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator, Mapping
from zipfile import ZIP_DEFLATED, ZipFile

from django.utils.translation import gettext as _
from lxml import etree

from liangxing.kernel.errors import Refused
from liangxing.reports.format.opening import parts_of, tree
from liangxing.reports.format.reading.marks import NS, w

TEXT = re.compile(r"word/(document|header\d*|footer\d*|footnotes|endnotes)\.xml")
CONTENT_TYPES = "[Content_Types].xml"
# Fields of Word that fetch, run or link; PAGE, DATE and their likes do not.
FETCHING = re.compile(r"^\s*(DDE|DDEAUTO|INCLUDE\w*|LINK|IMPORT|DATABASE|MACROBUTTON|HYPERLINK|RD|EMBED)\b", re.I)
HOLDING = {"altChunk", "subDoc", "object", "OLEObject", "control"}


def opened(content: bytes, name: str) -> Mapping[str, bytes]:
    """The parts of a layout; ``Refused`` for what is no .docx, or holds what runs, or reaches out of itself."""
    if name.lower().endswith((".docm", ".dotm", ".dotx")):
        raise Refused(
            _("%(name)s is a template or holds macros: save it as “Word document (*.docx)”.") % {"name": name}
        )
    parts = parts_of(content, name)
    if any("vbaProject" in part for part in parts) or b"macroEnabled" in parts.get(CONTENT_TYPES, b""):
        raise Refused(_("%(name)s holds macros: save it as “Word document (*.docx)”, without them.") % {"name": name})
    if any(part.startswith(("word/embeddings/", "word/activeX/")) for part in parts):
        raise Refused(
            _("%(name)s holds an embedded object (a workbook, a control): take it out; a picture may stay.")
            % {"name": name}
        )
    for part, held in _trees(parts, name):
        if found := _reaches_out(part, held):
            raise Refused(
                _("%(name)s leads out of itself: %(what)s. Take it out, then upload again.")
                % {"name": name, "what": found}
            )
    return parts


def _trees(parts: Mapping[str, bytes], name: str) -> Iterator[tuple[str, etree._Element]]:
    for part, content in parts.items():
        if content and part.endswith((".xml", ".rels")):
            yield part, tree(content, name)


def _reaches_out(part: str, held: etree._Element) -> str:
    """What in a part fetches, links or embeds; empty when nothing does."""
    if part.endswith(".rels"):
        for one in held.findall("pr:Relationship", NS):
            if one.get("TargetMode") == "External":
                return _("a link to %s") % str(one.get("Target") or "")[:80]
        return ""
    for one in held.iter(etree.Element):
        local = etree.QName(one).localname
        if local in HOLDING:
            return _("an embedded object")
        code: str | None = one.text if local == "instrText" else one.get(w("instr")) if local == "fldSimple" else None
        if code and FETCHING.match(code):
            return _("a field of Word that fetches: %s") % code.split()[0]
    joined = "".join(one.text or "" for one in held.iter(w("instrText")))
    return _("a field of Word that fetches: %s") % joined.split()[0] if FETCHING.match(joined) else ""


def texts(parts: Mapping[str, bytes], name: str) -> dict[str, etree._Element]:
    """The parts that hold text, as trees, the body first."""
    named = sorted((part for part in parts if TEXT.fullmatch(part)), key=lambda part: part != "word/document.xml")
    return {part: tree(parts[part], name) for part in named if parts[part]}


def repacked(content: bytes, changed: Mapping[str, etree._Element]) -> bytes:
    """The package *content* with some of its parts *changed*; all else is copied as it is."""
    made = io.BytesIO()
    with ZipFile(io.BytesIO(content)) as old, ZipFile(made, "w", ZIP_DEFLATED) as new:
        for part in old.infolist():
            if part.filename in changed:
                told = etree.tostring(changed[part.filename], xml_declaration=True, encoding="UTF-8", standalone=True)
                new.writestr(part.filename, told)
            else:
                new.writestr(part, old.read(part))
    return made.getvalue()
