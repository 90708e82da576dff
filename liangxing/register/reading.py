"""What an assessor's link opens: one report or standard as of a day, its figures and what proves them; nothing else."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import F, Q
from django.http import HttpRequest
from django.utils.timezone import now

from liangxing.kernel.canonical import canonical
from liangxing.kernel.period import Period
from liangxing.ledger.models import Community
from liangxing.measures.measure import MEASURES, Measure
from liangxing.records.models import Record, Records

from .models import LinkUse, Post
from .roles import Guard, guard

DOOR = "assessors.read"  # the page on which a link arrives
# Routes that show what the link names, and those that ask the visitor's rights for each row and piece.
PAGES = {
    "report": ("report.read", "report.docx.read", "report.pdf.read", "report.claims.read"),
    "standard": ("standard.read",),
}
PROOFS = ("figure.proof.read", "evidence.piece.read", "evidence.thumb.read", DOOR)


def told(what: str, key: str, day: date, claims: Iterable[tuple[str, Period]]) -> str:
    """What a link opens, as its post keeps it: canonical JSON."""
    rows = sorted({(measure, str(period)) for measure, period in claims})
    return canonical({"what": what, "key": key, "day": day, "claims": rows}).decode()


@dataclass(frozen=True, slots=True)
class Reading:
    """The eyes of whoever came by the link of *post*: rows behind the claims, without names, and their papers."""

    post: Post
    what: str
    key: str
    day: str
    claims: tuple[tuple[Measure, Period], ...]
    staff: bool = False

    @classmethod
    def of(cls, post: Post) -> Reading:
        """What *post* opens. A measure that is no longer declared opens nothing."""
        said = json.loads(post.opens)
        claims = [
            (side, Period.parse(period))
            for measure, period in said["claims"]
            if measure in MEASURES
            for side in MEASURES[measure].counted
        ]
        return cls(post, said["what"], said["key"], said["day"], tuple(claims))

    def may(self, verb: str, kind: type[Record] | None = None) -> bool:
        """Only reading, and only kinds that stand behind a claim; what is confidential never does."""
        if kind is not None and guard(kind) is Guard.CONFIDENTIAL:
            return False
        return verb in ("read", "page", "papers") and (kind is None or any(m.of is kind for m, _period in self.claims))

    def clear(self, kind: type[Record]) -> bool:
        """Names stay covered."""
        return guard(kind) is Guard.OPEN

    def every(self, kind: type[Record]) -> bool:
        """A link never opens all rows of a kind."""
        return False

    def narrow(self, rows: Records[Any]) -> Records[Any]:
        """Those of *rows* whose fact stands behind a claim, in all their tellings."""
        if not self.may("read", rows.model):
            return rows.none()
        behind = Q(pk__in=[])
        for measure, period in self.claims:
            if measure.of is rows.model:
                behind |= Q(fact__in=measure.rows(self.post.community, period).order_by().values("fact"))
        return rows.filter(behind)

    def concerns(self, record: Record) -> bool:
        """A link writes nothing."""
        return False

    def opens(self, route: str, named: Mapping[str, Any], query: Mapping[str, str]) -> bool:
        """Whether the link leads to *route*, with what its address has *named* and what its *query* asks."""
        if route in PAGES[self.what]:
            return bool(named.get("key") == self.key and query.get("day") == self.day)
        if route == "figure.read":
            return named.get("key") in self._figures()
        return route in PROOFS or route.endswith(".page")

    def _figures(self) -> set[str]:
        said = json.loads(self.post.opens)["claims"]
        return {measure for measure, _period in said} | {m.key for m, _period in self.claims}


def reading(community: Community, posts: Iterable[Post]) -> Reading | None:
    """What the first of a link's *posts* opens; ``None`` when none says what. Such a link opens nothing at all."""
    post = next((p for p in posts if p.opens), None)
    return Reading.of(post) if post else None


def count_use(request: HttpRequest, post: Post) -> None:
    """Count that the link was opened."""
    LinkUse.objects.get_or_create(link=post.fact, defaults={"last_at": now()})
    LinkUse.objects.filter(link=post.fact).update(visits=F("visits") + 1, last_at=now())
