"""Whether figures that were sent still hold, and why one does not."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db.models import Count
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.timezone import localdate, localtime
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from liangxing.kernel.language import nearest
from liangxing.kernel.period import Period
from liangxing.ledger.models import Act, Community, Entry
from liangxing.measures.figures import figures, groups, series
from liangxing.measures.folds import Value
from liangxing.measures.measure import MEASURES
from liangxing.records.models import Record

from .models import Dispatch, Erratum, Statement, exact

MOST_REASONS = 3  # in one sentence; the page of the figure has them all


@dataclass(frozen=True, slots=True)
class Living:
    """A figure that was sent, what it is now, why it differs, and what its receiver was told last."""

    statement: Statement
    now: Value
    told: Erratum | None = None
    reason: str = ""

    @property
    def dispatch(self) -> Dispatch:
        """The document that it was sent in."""
        return self.statement.dispatch

    @property
    def anchor(self) -> str:
        """Its place in the document."""
        return self.statement.anchor

    @property
    def shown(self) -> str:
        """As it was sent."""
        return self.statement.shown

    @property
    def path(self) -> str:
        """Its page, from the root."""
        page = reverse("figure.read", args=[self.statement.community.code, self.statement.measure])
        return f"{page}?period={self.statement.period}"

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

    def believed(self, language: str) -> str:
        """What the receiver has, in words of *language*: as it was sent, or as they were told since."""
        return self.statement.spoken(self.told.value, language) if self.told else self.statement.shown

    def erratum(self) -> Erratum:
        """That the receiver is told today."""
        return Erratum(statement=self.statement, value=exact(self.now), reason=self.reason[:200], day=localdate())


def statements(community: Community, **asked: Any) -> list[Statement]:
    """The figures that were sent and stand, with their documents; *asked*: conditions on their columns."""
    found = Statement.objects.known().filter(community=community, dispatch__struck_at=None, **asked)
    return list(found.select_related("dispatch", "community").order_by("-dispatch__day", "dispatch_id", "pk"))


def living(community: Community, some: Iterable[Statement], *, why: bool = True) -> list[Living]:
    """Each of *some* with what it is now, and, when *why* is asked, the reason that one no longer holds."""
    some = list(some)
    told, now = _told(community, some), _now(community, some)
    reasons: dict[Any, str] = {}
    found = []
    for each in some:
        one = Living(each, now.get((each.measure, each.period)), told.get(each.fact))
        if why and not one.holds:
            question = (each.measure, each.period, each.known_at)
            if question not in reasons:
                reasons[question] = reason(community, each)
            one = replace(one, reason=reasons[question])
        found.append(one)
    return found


def _now(community: Community, some: Iterable[Statement]) -> dict[tuple[str, Period], Value]:
    """The figures of today for the questions of *some*: by period or by measure, whichever asks less often."""
    by_period: dict[Period, set[str]] = defaultdict(set)
    by_key: dict[str, set[Period]] = defaultdict(set)
    for each in some:
        if each.measure in MEASURES:
            by_period[each.period].add(each.measure)
            by_key[each.measure].add(each.period)
    if len(by_period) > len(by_key):
        asked = [(key, sorted(periods)) for key, periods in by_key.items()]
        return {
            (key, period): value
            for key, periods in asked
            for period, value in zip(periods, series(key, community, periods), strict=True)
        }
    found = {period: figures(keys, community, period) for period, keys in by_period.items()}
    return {(key, period): value for period, answers in found.items() for key, value in answers.items()}


def _told(community: Community, some: list[Statement]) -> dict[UUID, Erratum]:
    """The newest erratum of each statement, by its fact."""
    known = Erratum.objects.known().filter(community=community, statement__in=[each.fact for each in some])
    return {erratum.statement_id: erratum for erratum in known.order_by("recorded_at") if erratum.statement_id}


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
    said = [act_said(one) for one in newest[:MOST_REASONS]]
    if len(newest) > MOST_REASONS:
        said.append(_("and %(n)s more changes") % {"n": len(newest) - MOST_REASONS})
    return _("; ").join(said)


def act_said(one: Act) -> str:
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
    """Every figure that was sent and counted the fact of *record*, in whatever telling, with what it is now.

    The reason of one that no longer holds is the last act done to the fact.
    """
    community, kind = record.community, type(record)
    sent = Statement.objects.filter(community=community).values_list("measure", flat=True).distinct()
    some = statements(community, measure__in=[key for key in sent if counts_kind(key, kind)])
    tellings = list(kind._default_manager.filter(fact=record.fact).order_by("recorded_at"))
    counted = _counting(tellings, {s.measure for s in some}, sorted({s.period for s in some}))
    built = [s for s in some if any(_knew(t, s.known_at) for t in counted(s))]
    last = Entry.objects.filter(record__in=[t.pk for t in tellings]).select_related("act").order_by("seq").last()
    why = act_said(last.act) if last else ""
    return [one if one.holds else replace(one, reason=why) for one in living(community, built, why=False)]


def _knew(telling: Record, at: datetime) -> bool:
    """Whether *telling* counted at that moment, or counts now."""
    return telling.struck_at is None or (telling.recorded_at <= at < telling.struck_at)


def _counting(tellings: list[Any], keys: set[str], periods: list[Period]) -> Callable[[Statement], list[Any]]:
    """Which of *tellings* (of one fact) a statement's figure counts by its condition and days, whenever known.

    A figure that counts another kind, and only depends on this one, may have counted any of them.
    """
    kind, community = type(tellings[0]), tellings[0].community
    match: dict[tuple[UUID, object], bool] = {}
    own: set[str] = set()
    for group in groups(keys):
        if group[0].of is not kind:
            continue
        own |= {m.key for m in group}
        flags = {f"m{i}": Count("pk", filter=m.condition(community, None)) for i, m in enumerate(group)}
        flags |= {f"p{i}": Count("pk", filter=group[0].asked(period)) for i, period in enumerate(periods)}
        asked: Any = kind._default_manager.filter(pk__in=[t.pk for t in tellings]).order_by().values("pk")
        for row in asked.annotate(**flags):
            match |= {(row["pk"], m.key): row[f"m{i}"] > 0 for i, m in enumerate(group)}
            match |= {(row["pk"], (type(group[0]), p)): row[f"p{i}"] > 0 for i, p in enumerate(periods)}

    def counted(statement: Statement) -> list[Any]:
        parts = MEASURES[statement.measure].counted
        if any(part.key not in own for part in parts):
            return tellings
        return [
            t for t in tellings if any(match[t.pk, p.key] and match[t.pk, (type(p), statement.period)] for p in parts)
        ]

    return counted
