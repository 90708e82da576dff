"""Writing a report: its body is a template that states claims, and comes out as blocks."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
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
from liangxing.records.models import Record
from liangxing.register.roles import Guard, guard

from .blocks import Block, Document, Dress, Quoted, Stated, plain
from .books import Book, books
from .claim import Claim, one_reading, state
from .lint import bare_figures
from .markup import CLAIM, END, QUOTE, parsed
from .subject import called, path_of

RUN = "_liangxing_writing"


@dataclass(slots=True)
class Writing:
    """A report that is being written: whose, as of which day, and what it has stated so far."""

    community: Community
    day: date
    known_at: datetime | None
    language: str
    subject: Record | None = None
    stated: list[Stated] = field(default_factory=list)
    quoted: list[Quoted] = field(default_factory=list)

    def state(self, measure: str, *, period: str = "", unit: str = "", manner: str = "") -> str:
        """State a figure, and give the mark that stands for it in the text.

        *period*: ``year`` (the twelve months to the day), ``this`` (the calendar year up to the day), ``last`` (the
        whole year before), ``three-years`` (to the day), a period as ``Period.parse`` reads it, or all days up to the
        day. *unit*: another unit of the same thing. *manner*: ``over`` says the thousands or hundreds it exceeds.
        """
        claim = state(self.community, measure, self._period(period), self.day, self.known_at)
        shown = _shown(claim, unit or MEASURES[measure].unit, manner, self.language)
        return self.keep(claim, shown)

    def keep(self, claim: Claim, shown: str) -> str:
        """Note a claim; the same one said the same way again has the same place."""
        for n, before in enumerate(self.stated):
            if (before.claim.measure, before.claim.period, before.shown) == (claim.measure, claim.period, shown):
                return f"{CLAIM}{n}{END}"
        self.stated.append(Stated(f"p-{len(self.stated) + 1}", shown, claim))
        return f"{CLAIM}{len(self.stated) - 1}{END}"

    def quote(self, words: Quoted) -> str:
        """Note a quotation of a record, and give the mark that stands for it in the text."""
        self.quoted.append(words)
        return f"{QUOTE}{len(self.quoted) - 1}{END}"

    def _period(self, period: str) -> Period:
        if not period:
            return Period.until(self.day)
        if period in ("this", "last"):
            first = date(self.day.year, 1, 1)
            return Period.until(self.day, first=first) if period == "this" else Period.year(self.day.year - 1)
        if period == "three-years":
            return Period.until(self.day, first=_years_before(self.day, 3))
        return Period.year_to(self.day) if period == "year" else Period.parse(period)


def _years_before(day: date, years: int) -> date:
    """The first of so many years that end on *day*."""
    for _year in range(years - 1):
        day = Period.year_to(day).first - timedelta(days=1)
    return Period.year_to(day).first


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
    community: Community,
    key: str,
    day: date,
    *,
    language: str = "zh-hans",
    known_at: datetime | None = None,
    record: Record | None = None,
    dress: Dress | None = None,
) -> Document:
    """The report *key* of *community* as of *day*, by the office's own layout when it has one.

    The rest is said at ``write_shipped``.
    """
    from .layouts.use import laid  # it states figures as we do here

    shipped = write_shipped(community, key, day, language=language, known_at=known_at, record=record, dress=dress)
    return laid(shipped, community, known_at, record)


def write_shipped(
    community: Community,
    key: str,
    day: date,
    *,
    language: str = "zh-hans",
    known_at: datetime | None = None,
    record: Record | None = None,
    dress: Dress | None = None,
) -> Document:
    """The report *key* of *community* as it is shipped, as of *day*, of *record* when it is a book of records.

    ``Refused`` when its body holds a bare figure, or when the book cannot be written of the record. *dress*: what the
    office wants around the text, where it is not what the book says.
    """
    if key not in books():
        raise Refused(
            _("There is no report %(key)s; there are: %(known)s.") % {"key": key, "known": ", ".join(books())}
        )
    book = books()[key]
    _fits(book, record, day)
    if faults := list(bare_figures(book.body(language))):
        raise Refused("\n".join(faults))
    run = Writing(community, day, known_at, language, record)
    with override(language), one_reading():
        text = _render(book.body(language), run)
        blocks = parsed(text, run.stated, run.quoted, language)
        if record is not None:
            _no_bare(blocks)
        name = community.name if language == "zh-hans" else community.name_en or community.name
        subject = called(record) if record is not None else None
        told = {"name": name, "year": day.year, "record": subject and subject.shown}
        return Document(
            key=key,
            title=book.title[language].format(**told),
            issuer=book.issuer[language].format(name=name),
            day=day,
            language=language,
            address=_address(community, key, day, record),
            blocks=blocks,
            stated=tuple(run.stated),
            community=community.code,
            subject=subject,
            dress=dress or Dress(sealed=book.sealed, imprint=book.imprint),
        )


def _fits(book: Book, record: Record | None, day: date) -> None:
    """``Refused`` when *book* is of a record and there is none, or one that it cannot be written of."""
    if record is None and book.of:
        raise Refused(_("The document %s is written of one record: say which.") % book.key)
    if record is not None and not any(subject.fits(record, day) for subject in book.of.values()):
        raise Refused(
            _("The document %(key)s cannot be written of “%(record)s” as of %(day)s.")
            % {"key": book.key, "record": record, "day": day}
        )


def _no_bare(blocks: tuple[Block, ...]) -> None:
    """``Refused`` when a number is in the text that is neither a claim nor a quotation."""
    for words in plain(blocks):
        if found := re.search(r"\d+", words):
            raise Refused(_("“%s” is neither a claim nor quoted from a record.") % found.group())


def _address(community: Community, key: str, day: date, record: Record | None) -> str:
    """Where a reader follows the figures; nowhere when the record is not open to all: a code opens no closed door."""
    if record is None:
        return f"{settings.LIANGXING_URL}/{community.code}/reports/{key}/?day={day}"
    return f"{settings.LIANGXING_URL}{path_of(record)}" if guard(type(record)) is Guard.OPEN else ""


def _render(body: Path, run: Writing) -> str:
    engine = Engine.get_default()
    template = engine.from_string("{% load claims %}" + body.read_text("utf-8"))
    record = run.subject
    subject = {"record": record, "kind": record._meta.label_lower} if record is not None else {}
    subject["day"] = run.day
    return str(template.render(Context({RUN: run, **subject}, autoescape=False)))
