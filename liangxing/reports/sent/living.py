"""Whether figures that were sent still hold, and why one does not."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db.models import Count
from django.utils.formats import date_format
from django.utils.timezone import localtime
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from liangxing.kernel.language import nearest
from liangxing.kernel.period import Period
from liangxing.ledger.models import Act, Community, Entry
from liangxing.measures.figures import figures, groups
from liangxing.measures.folds import Value
from liangxing.measures.measure import MEASURES
from liangxing.records.models import Record

from .models import Erratum, Statement, exact

MOST_REASONS = 3  # in one sentence; the page of the figure has them all


@dataclass(frozen=True, slots=True)
class Living:
    """A figure that was sent, what it is now, why it differs, and what its receiver was told last."""

    statement: Statement
    now: Value
    told: Erratum | None = None
    reason: str = ""

    @property
    def title(self) -> str:
        """What the figure is called; its key when the measure is no longer declared."""
        key = self.statement.measure
        return str(MEASURES[key].title) if key in MEASURES else key

    @property
    def now_said(self) -> str:
        """What it is now, in words of the language of the moment."""
        return self.statement.spoken(exact(self.now), nearest(get_language()))

    @property
    def holds(self) -> bool:
        """Whether the figure is still what was sent."""
        return exact(self.now) == self.statement.value

    @property
    def untold(self) -> bool:
        """Whether the receiver believes something else than what is recorded now."""
        return exact(self.now) != (self.told.value if self.told else self.statement.value)


def statements(community: Community, **asked: Any) -> list[Statement]:
    """The figures that were sent and stand, with their documents; *asked*: conditions on their columns."""
    found = Statement.objects.known().filter(community=community, dispatch__struck_at=None, **asked)
    return list(found.select_related("dispatch").order_by("-dispatch__day", "dispatch_id", "pk"))


def living(community: Community, some: Iterable[Statement], *, why: bool = True) -> list[Living]:
    """Each of *some* with what it is now; all figures of one period are asked together."""
    some = list(some)
    told = _told(community, some)
    asked: dict[Any, set[str]] = defaultdict(set)
    for each in some:
        asked[each.period].add(each.measure)
    now = {period: figures(keys & MEASURES.keys(), community, period) for period, keys in asked.items()}
    reasons: dict[Any, str] = {}
    found = []
    for each in some:
        one = Living(each, now[each.period].get(each.measure), told.get(each.fact))
        if why and not one.holds:
            question = (each.measure, each.period, each.known_at)
            if question not in reasons:
                reasons[question] = reason(community, each)
            one = replace(one, reason=reasons[question])
        found.append(one)
    return found


def _told(community: Community, some: list[Statement]) -> dict[UUID, Erratum]:
    """The newest erratum of each statement, by its fact."""
    known = Erratum.objects.known().filter(community=community, statement__in=[each.fact for each in some])
    return {erratum.statement_id: erratum for erratum in known.order_by("recorded_at")}


def reason(community: Community, statement: Statement) -> str:
    """Why the figure is no longer what was sent: the acts since then that touched the rows behind it, in words."""
    acts: dict[UUID, Act] = {}
    for part in MEASURES[statement.measure].counted if statement.measure in MEASURES else ():
        before = part.rows(community, statement.period, statement.known_at)
        struck = before.filter(struck_at__gt=statement.known_at).values("pk")
        since = Entry.objects.filter(community=community, verb="strike", record__in=struck).values("act")
        came = part.rows(community, statement.period).filter(recorded_at__gt=statement.known_at).values("act")
        acts |= {a.pk: a for a in Act.objects.filter(pk__in=since) | Act.objects.filter(pk__in=came)}
    newest = sorted(acts.values(), key=lambda a: a.at, reverse=True)
    if not newest:
        return _("Records on which it depends were corrected.")
    said = [_said(one) for one in newest[:MOST_REASONS]]
    if len(newest) > MOST_REASONS:
        said.append(_("and %(n)s more changes") % {"n": len(newest) - MOST_REASONS})
    return _("; ").join(said)


def _said(one: Act) -> str:
    """An act as one tells it to a receiver: on which day, and the reason that was given."""
    day = date_format(localtime(one.at).date())
    if one.why:
        return f"{day} {one.why}"
    if one.name.endswith(".strike"):
        return _("%(day)s records struck out") % {"day": day}
    return _("%(day)s recorded later") % {"day": day}


def counts_kind(measure: str, kind: type[Record]) -> bool:
    """Whether the figure is computed from records of *kind*, or through a reference to them."""
    for part in MEASURES[measure].counted if measure in MEASURES else ():
        through = {part.of._meta.get_field(column).related_model for column in part.through}
        if part.of is kind or kind in through:
            return True
    return False


def built_on(record: Record) -> list[Living]:
    """Every figure that was sent and counted the fact of *record*, in whatever telling, with what it is now."""
    community, kind = record.community, type(record)
    sent = Statement.objects.filter(community=community)
    keys = [key for key in sent.values_list("measure", flat=True).distinct() if counts_kind(key, kind)]
    some = statements(community, measure__in=keys)
    moments: dict[tuple[Period, datetime | None], set[str]] = defaultdict(set)
    for each in some:
        moments[each.period, each.known_at].add(each.measure)
        moments[each.period, None].add(each.measure)
    tellings = list(kind._default_manager.filter(fact=record.fact).values_list("pk", flat=True))
    hit = {
        (key, period, at)
        for (period, at), asked in moments.items()
        for key in _counting(record, tellings, asked, period, at)
    }
    return living(
        community, [s for s in some if {(s.measure, s.period, s.known_at), (s.measure, s.period, None)} & hit]
    )


def _counting(record: Record, tellings: list[UUID], keys: set[str], period: Period, at: datetime | None) -> set[str]:
    """Those of *keys* that counted one of *tellings* at that moment, or may have depended on it through another row."""
    community, found = record.community, set()
    for group in groups(keys):
        if group[0].of is not type(record):
            found |= {m.key for m in group}
            continue
        rows = group[0].known(community, period, at).filter(pk__in=tellings)
        wanted = {f"m{i}": Count("pk", filter=m.condition(community, at)) for i, m in enumerate(group)}
        counted = rows.aggregate(**wanted)
        found |= {m.key for i, m in enumerate(group) if counted[f"m{i}"]}
    return {key for key in keys if {part.key for part in MEASURES[key].counted} & found}
