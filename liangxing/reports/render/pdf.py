"""A report as PDF, set by Typst on the page of GB/T 9704-2012; never in a font that cannot write it."""

from __future__ import annotations

from functools import cache

import typst
from django.utils.translation import gettext as _

from liangxing.kernel.errors import Refused
from liangxing.reports.blocks import Document, Heading, Paragraph, Run, Stated, TableBlock

from .numbering import numbered, spoken_day
from .qr import png

SERIF = ("Noto Serif CJK SC", "Source Han Serif SC", "SimSun", "FandolSong")
SANS = ("Noto Sans CJK SC", "Source Han Sans SC", "SimHei", "FandolHei")
KAI = ("AR PL KaitiM GB", "LXGW WenKai", "KaiTi_GB2312", "KaiTi")

PAGE = """
#set document(title: {title})
#set page(paper: "a4", margin: (top: 37mm, bottom: 35mm, inside: 28mm, outside: 26mm), binding: left,
  footer-descent: 7mm, footer: context {{
    let n = counter(page).get().first()
    set text(14pt)
    align(if calc.odd(n) {{ right }} else {{ left }}, h(14pt) + [— #n —] + h(14pt))
  }})
#set text(font: {body}, size: 15.79pt, lang: {lang}, region: {region}, top-edge: 0.88em, bottom-edge: -0.12em)
#set par(leading: 13.2pt, spacing: 13.2pt, first-line-indent: (amount: 2em, all: true), justify: true)
#show heading.where(level: 1): it => block(above: 13.2pt, below: 13.2pt,
  text(font: {sans}, size: 15.79pt, weight: "regular", h(2em) + it.body))
#show heading.where(level: 2): it => block(above: 13.2pt, below: 13.2pt,
  text(font: {kai}, size: 15.79pt, weight: "regular", h(2em) + it.body))
#show table: set text(10.5pt)
#show table: set par(leading: 0.6em, first-line-indent: 0pt, justify: false)
#set table(stroke: 0.5pt, inset: 4pt)
#align(center, text(font: {body}, size: 22pt, weight: "bold", par(first-line-indent: 0pt, leading: 12pt, {title})))
#v(1em)
"""


@cache
def fonts() -> typst.Fonts:
    """The fonts of this machine, looked for once."""
    return typst.Fonts(include_system_fonts=True, include_embedded_fonts=True)


def _first(wanted: tuple[str, ...]) -> str | None:
    there = set(fonts().families())
    return next((name for name in wanted if name in there), None)


def pdf(document: Document) -> bytes:
    """*document* as the bytes of a tagged PDF. ``Refused`` names the package when no Chinese font is there."""
    serif, sans = _first(SERIF), _first(SANS)
    if serif is None or sans is None:
        raise Refused(_("The PDF needs a Chinese font: on Debian, apt install fonts-noto-cjk. All else was written."))
    source = _head(document, serif, sans, _first(KAI) or serif) + "\n".join(_body(document))
    made, warnings = typst.compile_with_warnings(source.encode(), font_paths=fonts(), format="pdf")
    if missing := [w.message for w in warnings if "font" in w.message]:
        raise Refused(_("The PDF was not written, for a font is missing: %s") % "; ".join(missing))
    return bytes(made)


def _text(text: str) -> str:
    """*text* as a Typst string."""
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


def _head(document: Document, serif: str, sans: str, kai: str) -> str:
    chinese = document.language == "zh-hans"
    return PAGE.format(
        title=_text(document.title),
        body=f'("Libertinus Serif", {_text(serif)})' if not chinese else _text(serif),
        sans=_text(sans),
        kai=_text(kai),
        lang='"zh"' if chinese else '"en"',
        region='"cn"' if chinese else '"gb"',
    )


def _run(run: Run) -> str:
    if isinstance(run, Stated):
        return f"#{_text(run.shown)}"
    return f"#{_text(run)}"


def _body(document: Document) -> list[str]:
    lines = []
    for block, heading in numbered(document.blocks, document.language):
        if isinstance(block, Heading):
            lines.append(f"#heading(level: {block.level}, {_text(heading)})")
        elif isinstance(block, Paragraph):
            lines.append("".join(map(_run, block.runs)) + "\n")
        elif isinstance(block, TableBlock):
            lines.append(_table(block))
    right = "#align(right, par(first-line-indent: 0pt, {} + h(2em)))"
    lines += ["#v(1em)", right.format(_text(document.issuer)), right.format(_text(spoken_day(document)))]
    picture = ", ".join(str(byte) for byte in png(document.address))
    lines.append(f"#block(image(bytes(({picture})), width: 26mm, alt: {_text(document.address)}))")
    lines.append(
        f"#text(10.5pt, par(first-line-indent: 0pt, {_text(_('Scan to open each figure: %s') % document.address)}))"
    )
    return lines


def _table(block: TableBlock) -> str:
    columns = ", ".join("auto" if n != 1 or len(block.header) > 3 else "1fr" for n in range(len(block.header)))
    if len(block.header) > 3:
        columns = "1fr, " + ", ".join("auto" for _n in block.header[1:])
    head = ", ".join(f"[#{_text(h)}]" for h in block.header)
    rows = ",\n".join(", ".join("[" + "".join(map(_run, cell)) + "]" for cell in row) for row in block.rows)
    return f"#table(columns: ({columns}), table.header({head}),\n{rows})\n"
