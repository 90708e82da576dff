"""A report as PDF, set by Typst on the page of GB/T 9704-2012; never in a font that cannot write it."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache, lru_cache
from pathlib import Path

import typst
from django.utils.translation import gettext as _

from liangxing.kernel.errors import Refused
from liangxing.reports.blocks import Document
from liangxing.reports.fonts.kept import Kept, kept

from .pdf_parts import body, text

SERIF = ("Noto Serif CJK SC", "Source Han Serif SC", "SimSun", "FandolSong")
SANS = ("Noto Sans CJK SC", "Source Han Sans SC", "SimHei", "FandolHei")
KAI = ("AR PL KaitiM GB", "LXGW WenKai", "KaiTi_GB2312", "KaiTi")
FANG = ("FangSong_GB2312", "FangSong", "FandolFang R")
NAMED = {"heading": "heading-font"}  # Typst has a word "heading" already
PAGE = Path(__file__).with_name("page.typ")


@cache
def fonts() -> typst.Fonts:
    """The fonts of this machine, looked for once."""
    return typst.Fonts(include_system_fonts=True, include_embedded_fonts=True)


@lru_cache(maxsize=16)
def _with(folder: Path, changed: tuple[tuple[str, int], ...]) -> typst.Fonts:
    """The fonts of this machine and those in *folder*, as they have *changed* last."""
    return typst.Fonts(include_system_fonts=True, include_embedded_fonts=True, font_paths=[str(folder)])


def _fonts(own: Mapping[str, Kept]) -> typst.Fonts:
    if not own:
        return fonts()
    changed = tuple((use, font.path.stat().st_mtime_ns) for use, font in sorted(own.items()))
    return _with(next(iter(own.values())).path.parent, changed)


def _first(wanted: tuple[str, ...]) -> str | None:
    there = set(fonts().families())
    return next((name for name in wanted if name in there), None)


def families(own: Mapping[str, Kept]) -> dict[str, tuple[str, ...]]:
    """The families of each part, the first first. ``Refused`` names the package when no Chinese font is there."""
    serif, sans = _first(SERIF), _first(SANS)
    there = set(_fonts(own).families())
    brought = {use: next((name for name in font.face.names if name in there), None) for use, font in own.items()}
    usual = {"title": serif, "body": _first(FANG) or serif, "heading": sans, "subheading": _first(KAI) or serif,
             "number": serif}  # fmt: skip
    found = {use: tuple(n for n in (brought.get(use), name) if n) for use, name in usual.items()}
    if not all(found.values()):
        raise Refused(_("The PDF needs a Chinese font: on Debian, apt install fonts-noto-cjk. All else was written."))
    return found


def pdf(document: Document) -> bytes:
    """*document* as the bytes of a tagged PDF. ``Refused`` names the package when no Chinese font is there."""
    own = kept(document.community)
    source = _head(document, families(own)) + "\n".join(body(document))
    made, warnings = typst.compile_with_warnings(source.encode(), font_paths=_fonts(own), format="pdf")
    if missing := [w.message for w in warnings if "font" in w.message]:
        raise Refused(_("The PDF was not written, for a font is missing: %s") % "; ".join(missing))
    return bytes(made)


def _tuple(names: tuple[str, ...]) -> str:
    return "(" + "".join(f"{text(name)}, " for name in names) + ")"


def _head(document: Document, named: Mapping[str, tuple[str, ...]]) -> str:
    """What ``page.typ`` asks for, before it."""
    chinese = document.language == "zh-hans"
    told = {NAMED.get(use, use): _tuple(names) for use, names in named.items()}
    if not chinese:
        told["body"] = told["body"].replace("(", '("Libertinus Serif", ', 1)
    told |= {
        "paper-title": text(document.title),
        "issuer": text(document.issuer),
        "language": '"zh"' if chinese else '"en"',
        "region": '"cn"' if chinese else '"gb"',
    }
    return "".join(f"#let {name} = {value}\n" for name, value in told.items()) + PAGE.read_text("utf-8")
