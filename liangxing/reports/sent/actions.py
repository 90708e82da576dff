"""Sending a document, and telling its receiver what no longer holds."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from liangxing.kernel.canonical import digest
from liangxing.kernel.errors import Refused
from liangxing.ledger.acts import act
from liangxing.ledger.models import Community
from liangxing.records.actions import write, write_many
from liangxing.reports.blocks import Document, Stated

from .living import Living
from .models import Dispatch, Erratum, Statement, exact


@dataclass(frozen=True, slots=True)
class Letter:
    """What is about to be sent, whatever wrote it: a report, a department's form, a poster."""

    sort: str
    document: str
    title: str
    as_of: date
    language: str
    stated: Sequence[Stated]

    @classmethod
    def of(cls, document: Document) -> Letter:
        """A report as a letter."""
        sort = Dispatch.Sort.REPORT
        return cls(sort, document.key, document.title, document.day, document.language, document.stated)

    @property
    def known_at(self) -> datetime:
        """The moment of knowledge of the newest claim; ``Refused`` when there is none: nothing could be checked."""
        if not self.stated:
            raise Refused(
                _("%(title)s states no figure, so there is nothing to keep watch over.") % {"title": self.title}
            )
        return max(each.claim.known_at for each in self.stated)


def send(letter: Letter, *, to: str, community: Community, by: str, day: date | None = None) -> Dispatch:
    """Keep that *letter* went *to* a department, with each of its figures. The same text on one day is kept once."""
    receiver, day = to.strip(), day or localdate()
    if not receiver:
        raise Refused(_("Say to whom it goes: a department, an office, or the place where it is put up."))
    text = digest(
        [letter.document, letter.language, receiver, *[[s.anchor, s.shown, s.claim.digest] for s in letter.stated]]
    )
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
        known_at=letter.known_at,
        receiver=receiver[:80],
        day=day,
    )
    with act("sent.send", community=community, by=by):
        write(dispatch, community=community, by=by)
        write_many([_statement(dispatch, each) for each in letter.stated], community=community, by=by)
    return dispatch


def _statement(dispatch: Dispatch, stated: Stated) -> Statement:
    claim = stated.claim
    return Statement(dispatch=dispatch, anchor=stated.anchor, measure=claim.measure, first=claim.period.first,
                     after=claim.period.after, known_at=claim.known_at, value=exact(claim.value), unit=claim.unit,
                     shown=stated.shown, digest=claim.digest, day=dispatch.day)  # fmt: skip


def tell(broken: Sequence[Living], *, community: Community, by: str) -> int:
    """Keep that the receivers were told of what is *broken*; how many errata that made."""
    made = [
        Erratum(statement=each.statement, value=exact(each.now), reason=each.reason[:200], day=localdate())
        for each in broken
        if each.untold
    ]
    write_many(made, community=community, by=by)
    return len(made)
