"""Sending a document, and telling its receiver what no longer holds."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.utils.timezone import localdate, now
from django.utils.translation import gettext as _

from liangxing.kernel.canonical import digest
from liangxing.kernel.errors import Refused
from liangxing.ledger.acts import act
from liangxing.ledger.models import Community
from liangxing.records.actions import write, write_many
from liangxing.reports.blocks import Document, Quoted, Stated

from .models import Dispatch, Quotation, Statement, exact
from .standing import Standing


@dataclass(frozen=True, slots=True)
class Letter:
    """What is about to be sent, whatever wrote it: a report, a department's form, a poster."""

    sort: str
    document: str
    title: str
    as_of: date
    language: str
    stated: Sequence[Stated]
    quoted: Sequence[Quoted] = ()

    @classmethod
    def of(cls, document: Document) -> Letter:
        """A report, or what was written of one record, as a letter."""
        sort = Dispatch.Sort.PAPER if document.subject else Dispatch.Sort.REPORT
        quoted = [each for each in document.quoted if each.source]
        return cls(sort, document.key, document.title, document.day, document.language, document.stated, quoted)

    @property
    def known_at(self) -> datetime | None:
        """The moment of knowledge of the newest claim; ``None`` when there is none."""
        return max((each.claim.known_at for each in self.stated), default=None)

    @property
    def text(self) -> list[object]:
        """What tells it from another letter."""
        figures = [[s.anchor, s.shown, s.claim.digest] for s in self.stated]
        return [self.document, self.language, *figures, *[[str(q.source), q.shown] for q in self.quoted]]


def send(letter: Letter, *, to: str, community: Community, by: str, day: date | None = None) -> Dispatch:
    """Keep that *letter* went *to* a department, with all that it states and quotes; the same on one day is kept once.

    ``Refused`` when it has neither: nothing could be watched over.
    """
    receiver, day = to.strip(), day or localdate()
    if not receiver:
        raise Refused(_("Say to whom it goes: a department, an office, or the place where it is put up."))
    if not letter.stated and not letter.quoted:
        raise Refused(
            _("%(title)s states no figure, so there is nothing to keep watch over.") % {"title": letter.title}
        )
    text = digest([receiver, *letter.text])
    code = f"{letter.document}/{letter.as_of}/{day}/{text[:12]}"[:80]
    kept: Dispatch | None = Dispatch.objects.known().filter(community=community, code=code).first()
    if kept:
        return kept
    dispatch = Dispatch(
        code=code,
        sort=letter.sort,
        document=letter.document,
        title=letter.title[:120],
        language=letter.language,
        as_of=letter.as_of,
        known_at=letter.known_at or now(),
        receiver=receiver[:80],
        day=day,
    )
    with act("sent.send", community=community, by=by):
        write(dispatch, community=community, by=by)
        write_many([_statement(dispatch, each) for each in letter.stated], community=community, by=by)
        write_many(_quotations(dispatch, letter), community=community, by=by)
    return dispatch


def _statement(dispatch: Dispatch, stated: Stated) -> Statement:
    claim = stated.claim
    return Statement(dispatch=dispatch, anchor=stated.anchor, measure=claim.measure, first=claim.period.first,
                     after=claim.period.after, known_at=claim.known_at, value=exact(claim.value), unit=claim.unit,
                     shown=stated.shown, digest=claim.digest, day=dispatch.day)  # fmt: skip


def _quotations(dispatch: Dispatch, letter: Letter) -> list[Quotation]:
    sources = dict.fromkeys(each.source for each in letter.quoted if each.source)
    return [Quotation(dispatch=dispatch, kind=kind, quoted=fact, column=column, day=dispatch.day)
            for kind, fact, column in sources]  # fmt: skip


def tell(broken: Sequence[Standing], *, community: Community, by: str) -> int:
    """Keep that the receivers were told of what is *broken*; how many errata that made."""
    made = [each.erratum() for each in broken if each.untold]
    write_many(made, community=community, by=by)
    return len(made)
