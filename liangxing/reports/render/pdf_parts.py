"""The text of a PDF as Typst reads it: every word of ours is a string there, never its markup."""

from __future__ import annotations

from django.utils.translation import gettext as _

from liangxing.reports.blocks import Addressee, Annex, Document, Heading, Paragraph, Run, TableBlock, shown

from .ends import annex_lines, imprint_lines, issuer_mark, kept_with_signature, mark_size, places
from .numbering import numbered, spoken_day
from .qr import png


def text(words: str) -> str:
    """*words* as a Typst string."""
    return '"' + words.replace("\\", "\\\\").replace('"', '\\"') + '"'


def _runs(runs: tuple[Run, ...]) -> str:
    return "".join(f"#{text(shown(run))}" for run in runs)


def body(document: Document) -> list[str]:
    """Everything that is printed, in its order."""
    lines, signed, dress = [], False, document.dress
    if dress.red_head or dress.number:
        mark = issuer_mark(document)
        lines.append(f"#red-head({text(mark)}, {mark_size(mark):.1f}pt, {text(dress.number)})")
    lines += ["#std.title(paper-title)", "#v(16pt)"]
    for block, words in numbered(document.blocks, document.language):
        if isinstance(block, Annex):
            lines += [] if signed else _ends(document)
            signed = True
            lines += [f"#pagebreak()\n#flush(text(font: heading-font, {text(words)}))", "#v(16pt)"]
            lines.append(f"#annex-titled({text(block.title)})\n#v(16pt)")
        elif isinstance(block, Heading):
            lines.append(f"#heading(level: {min(block.level, 4)}, {text(words)})")
        elif isinstance(block, Paragraph):
            last = block is document.blocks[-1] and kept_with_signature(block)
            lines.append(f"#keep[{_runs(block.runs)}]\n" if last else _runs(block.runs) + "\n")
        elif isinstance(block, Addressee):
            lines.append(f"#flush[{_runs(block.runs)}]\n")
        elif isinstance(block, TableBlock):
            lines.append(_table(block))
    lines += [] if signed else _ends(document)
    if dress.imprint:
        rows = ", ".join(f"({text(left)}, {text(right)})" for left, right in imprint_lines(document))
        lines.append(f"#imprint({rows})")
    return lines


def _ends(document: Document) -> list[str]:
    """The note on annexes, the signature, and the code to scan."""
    lines = []
    for n, (before, name) in enumerate(annex_lines(document)):
        lines.append("#v(28.98pt)" if n == 0 else "")
        inward = 2 if n == 0 else 5
        hang = (5 if len(document.annexes) == 1 else 6) - inward
        said = f"first-line-indent: 0pt, hanging-indent: {hang}em, {text(before + name)}"
        lines.append(f"#pad(left: {inward}em, par({said}))")
    said = spoken_day(document)
    of_issuer, of_day = places(document.issuer, said, sealed=document.dress.sealed)
    picture = "none"
    if document.address:
        content = ", ".join(str(byte) for byte in png(document.address))
        picture = f"image(bytes(({content})), width: 22mm, alt: {text(document.address)})"
    gap = 57.97 if document.dress.sealed else 28.98
    lines.append(f"#signed({text(document.issuer)}, {of_issuer}, {text(said)}, {of_day}, {gap}pt, {picture})")
    if document.address and document.subject is None:
        words = text(_("Scan to open each figure: %s") % document.address)
        lines.append(f"#caption({words})")
    return lines


LONG = 24  # characters of a cell that may not push the other columns aside


def _table(block: TableBlock) -> str:
    head = ", ".join(f"[#{text(h)}]" for h in block.header)
    rows = ",\n".join(", ".join(f"[{_runs(cell)}]" for cell in row) for row in block.rows)
    return f"#table(columns: ({_columns(block)}), table.header({head}),\n{rows})\n"


def _columns(block: TableBlock) -> str:
    """The widths: one column takes the rest; in a wide table, another one with long cells takes twice as much."""
    count = len(block.header)
    if count <= 3:
        return ", ".join("1fr" if n == 1 else "auto" for n in range(count))
    longest = [max((sum(len(shown(run)) for run in row[n]) for row in block.rows), default=0) for n in range(count)]
    return ", ".join("1fr" if n == 0 else "2fr" if longest[n] > LONG else "auto" for n in range(count))
