"""The small markup of bodies: ``>`` to whom, ``#`` headings, ``|`` tables, ``+`` annexes, and paragraphs."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _

from liangxing.kernel.quantity import number

from .blocks import Addressee, Annex, Block, Heading, Paragraph, Quoted, Run, Stated, TableBlock

# Private-use characters, which no text of ours has: a number between them is a place among the claims, or quotations.
CLAIM, QUOTE, END, ANNEX = "\ue000", "\ue003", "\ue001", "\ue002"
MARK = re.compile("[\ue000\ue003](\\d+)\ue001")


def parsed(text: str, stated: Sequence[Stated], quoted: Sequence[Quoted], language: str) -> tuple[Block, ...]:
    """The blocks of *text*, whose marks stand for what was *stated* and *quoted*."""
    return tuple(_Body(stated, quoted, language).blocks(text))


@dataclass(frozen=True, slots=True)
class _Body:
    """A body that is being read."""

    stated: Sequence[Stated]
    quoted: Sequence[Quoted]
    language: str

    def blocks(self, text: str) -> list[Block]:
        """Parts between empty lines."""
        blocks: list[Block] = []
        for part in re.split(r"\n\s*\n", text.strip()):
            lines = [line.strip() for line in part.strip().splitlines() if line.strip()]
            while lines and (found := re.match(r"([#+>]+)\s*(.*)", lines[0])):
                blocks.append(self._marked(found[1], found[2]))
                lines = lines[1:]
            if not lines:
                continue
            if lines[0] == ANNEX:
                blocks.append(self._figures())
            elif lines[0].startswith("|"):
                blocks.append(self._table(lines))
            else:
                joined = ("" if self.language == "zh-hans" else " ").join(lines)
                blocks.append(Paragraph(self._runs(joined)))
        return blocks

    def _marked(self, mark: str, text: str) -> Block:
        """The line that begins with *mark*."""
        if mark == ">":
            return Addressee(self._runs(text))
        return Annex(text) if mark == "+" else Heading(len(mark), text)

    def _runs(self, text: str) -> tuple[Run, ...]:
        pieces: list[Run] = []
        end = 0
        for found in MARK.finditer(text):
            if found.start() > end:
                pieces.append(text[end : found.start()])
            kept: Sequence[Run] = self.stated if found.group().startswith(CLAIM) else self.quoted
            pieces.append(kept[int(found[1])])
            end = found.end()
        return (*pieces, text[end:]) if end < len(text) else tuple(pieces)

    def _table(self, lines: list[str]) -> TableBlock:
        cells = [[cell.strip() for cell in line.strip("|").split("|")] for line in lines]
        return TableBlock(tuple(cells[0]), tuple(tuple(self._runs(c) for c in row) for row in cells[1:]))

    def _figures(self) -> TableBlock:
        """Each figure of the report: measure, value, as of, records, evidence, entered late."""
        header = (_("figure"), _("value"), _("days"), _("records"), _("evidence"), _("entered late"))
        rows: list[tuple[tuple[Run, ...], ...]] = []
        for each in self.stated:
            claim = each.claim
            cells = (claim.title, each, claim.days, number(claim.records), number(claim.pieces), number(claim.late))
            rows.append(tuple((cell,) for cell in cells))
        return TableBlock(header, tuple(rows))
