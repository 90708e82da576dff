"""Writing a report: its body is a template that states claims, and comes out as blocks."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import ROUND_FLOOR, Decimal
from pathlib import Path

from django.conf import settings
from django.template import Context, Engine
from django.utils.translation import gettext as _
from django.utils.translation import override

from liangxing.kernel.errors import Refused
from liangxing.kernel.period import Period
from liangxing.kernel.quantity import convert, number, say, units
from liangxing.ledger.models import Community
from liangxing.measures.measure import MEASURES

from .blocks import Block, Document, Heading, Paragraph, Run, Stated, TableBlock
from .books import books
from .claim import Claim, state
from .lint import bare_figures

MARK = re.compile("\ue000(\\d+)\ue001")  # private-use characters: no text of ours has them
ANNEX = "\ue002"
RUN = "_liangxing_writing"


@dataclass(slots=True)
class Writing:
    """A report that is being written: whose, as of which day, and what it has stated so far."""

    community: Community
    day: date
    known_at: datetime | None
    language: str
    stated: list[Stated] = field(default_factory=list)

    def state(self, measure: str, *, period: str = "", unit: str = "", manner: str = "") -> str:
        """State a figure, and give the mark that stands for it in the text.

        *period*: ``year`` (the twelve months to the day), a period as ``Period.parse`` reads it, or all days up to the
        day. *unit*: another unit of the same thing. *manner*: ``over`` says the thousands or hundreds it exceeds.
        """
        claim = state(self.community, measure, self._period(period), self.day, self.known_at)
        shown = _shown(claim, unit or MEASURES[measure].unit, manner, self.language)
        return self.keep(claim, shown)

    def keep(self, claim: Claim, shown: str) -> str:
        """Note a claim; the same one said the same way again has the same place."""
        for n, before in enumerate(self.stated):
            if (before.claim.measure, before.claim.period, before.shown) == (claim.measure, claim.period, shown):
                return f"\ue000{n}\ue001"
        self.stated.append(Stated(f"p-{len(self.stated) + 1}", shown, claim))
        return f"\ue000{len(self.stated) - 1}\ue001"

    def _period(self, period: str) -> Period:
        if not period:
            return Period.until(self.day)
        return Period.year_to(self.day) if period == "year" else Period.parse(period)


def _shown(claim: Claim, unit: str, manner: str, language: str) -> str:
    """The value as a sentence has it; rounded down and "over" where a report says no more than that."""
    if claim.value is None:
        return _("not recorded")
    value = claim.value if unit == claim.unit else convert(claim.value, claim.unit, unit)
    if manner != "over":
        return say(value, unit, language).replace(" ", "") if language == "zh-hans" else say(value, unit, language)
    place = Decimal(10) ** (len(str(int(value))) - 1)
    floor = (Decimal(value) / place).to_integral_value(ROUND_FLOOR) * place
    word = units()[unit].words[language]
    return _("over %(number)s %(unit)s") % {"number": number(floor), "unit": word}


def write(
    community: Community, key: str, day: date, *, language: str = "zh-hans", known_at: datetime | None = None
) -> Document:
    """The report *key* of *community* as of *day*. ``Refused`` when its body holds a bare figure."""
    if key not in books():
        raise Refused(
            _("There is no report %(key)s; there are: %(known)s.") % {"key": key, "known": ", ".join(books())}
        )
    book = books()[key]
    if faults := list(bare_figures(book.body(language))):
        raise Refused("\n".join(faults))
    run = Writing(community, day, known_at, language)
    with override(language):
        text = _render(book.body(language), run)
        blocks = tuple(_blocks(text, run))
        name = community.name if language == "zh-hans" else community.name_en or community.name
        return Document(
            key=key,
            title=book.title[language].format(name=name),
            issuer=book.issuer[language].format(name=name),
            day=day,
            language=language,
            address=f"{settings.LIANGXING_URL}/{community.code}/reports/{key}/?day={day}",
            blocks=blocks,
            stated=tuple(run.stated),
        )


def _render(body: Path, run: Writing) -> str:
    engine = Engine.get_default()
    template = engine.from_string("{% load claims %}" + body.read_text("utf-8"))
    return str(template.render(Context({RUN: run}, autoescape=False)))


def _blocks(text: str, run: Writing) -> list[Block]:
    """The small markup of bodies: ``#`` headings, ``|`` tables, the annex, and paragraphs between empty lines."""
    blocks: list[Block] = []
    for part in re.split(r"\n\s*\n", text.strip()):
        lines = [line.strip() for line in part.strip().splitlines() if line.strip()]
        while lines and (found := re.match(r"(#+)\s*(.*)", lines[0])):
            blocks.append(Heading(len(found[1]), found[2]))
            lines = lines[1:]
        if not lines:
            continue
        if lines[0] == ANNEX:
            blocks.append(_annex(run))
        elif lines[0].startswith("|"):
            blocks.append(_table(lines, run))
        else:
            joined = ("" if run.language == "zh-hans" else " ").join(lines)
            blocks.append(Paragraph(_runs(joined, run)))
    return blocks


def _runs(text: str, run: Writing) -> tuple[Run, ...]:
    pieces: list[Run] = []
    for n, piece in enumerate(MARK.split(text)):
        if n % 2:
            pieces.append(run.stated[int(piece)])
        elif piece:
            pieces.append(piece)
    return tuple(pieces)


def _table(lines: list[str], run: Writing) -> TableBlock:
    cells = [[cell.strip() for cell in line.strip("|").split("|")] for line in lines]
    return TableBlock(tuple(cells[0]), tuple(tuple(_runs(c, run) for c in row) for row in cells[1:]))


def _annex(run: Writing) -> TableBlock:
    """Each figure of the report: measure, value, as of, records, evidence, entered late."""
    header = (_("figure"), _("value"), _("days"), _("records"), _("evidence"), _("entered late"))
    rows = []
    for each in run.stated:
        claim = each.claim
        cells = (claim.title, each, claim.days, number(claim.records), number(claim.pieces), number(claim.late))
        rows.append(tuple((cell,) for cell in cells))
    return TableBlock(header, tuple(rows))
