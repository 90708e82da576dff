"""What a round asks for, what was seen, and which points are wrong again and again."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property
from uuid import UUID

from liangxing.kernel.drawing import drawn
from liangxing.kernel.interval import Share, of_whole
from liangxing.ledger.models import Community
from liangxing.register.models import Post
from liangxing.register.roles import ROLES

from ..inspection.checklists import Checklist, Item, answers_of, checklist
from ..inspection.terms import term_of
from ..models import InspectionPoint, InspectionRoute, PointCheck, Problem, Round, RouteStop

AGAIN = 2  # findings in a year that make a point one to look into
YEAR = timedelta(days=365)
State = PointCheck.State


def points_of(route: InspectionRoute, day: date) -> list[InspectionPoint]:
    """The points that lie on *route* on *day* and are there, in its order."""
    stops = RouteStop.objects.known().standing_on(day).filter(route=route.fact).order_by("position", "point__code")
    order = {fact: n for n, fact in enumerate(stops.values_list("point", flat=True))}
    there = InspectionPoint.objects.known().standing_on(day).filter(fact__in=order)
    return sorted(there, key=lambda point: order[point.fact])


def listed(points: Iterable[InspectionPoint]) -> str:
    """*points* as a round keeps them: code and fact, one on a line, from which anybody can draw again."""
    return "\n".join(f"{point.code} {point.fact}" for point in points)


def _lines(walk: Round) -> list[tuple[str, UUID]]:
    return [(code, UUID(fact)) for code, _, fact in (line.rpartition(" ") for line in walk.listed.splitlines())]


def asked_of(walk: Round) -> list[UUID]:
    """The points that *walk* is to look at, by their facts in the order of the route; drawn again from its seed."""
    every = _lines(walk)
    some = set(drawn(every, walk.asked, walk.seed, key=lambda line: line[0])) if walk.seed else set(every)
    return [fact for line in every for fact in (line[1],) if line in some]


def role_of(post: Post | None) -> str:
    """What the holder of *post* is called; never by a name."""
    return "" if post is None else str(ROLES[post.role].name) if post.role in ROLES else post.code


@dataclass(frozen=True, slots=True)
class Seen:
    """A point of a round, what was told of it (``None`` while nobody has looked), and the report as it stands now."""

    point: InspectionPoint
    check: PointCheck | None
    problem: Problem | None = None

    @property
    def checklist(self) -> Checklist:
        """What is checked there."""
        return checklist(self.point.kind)

    @property
    def answered(self) -> list[tuple[Item, str]]:
        """The items that were answered, with what was said."""
        told = answers_of(self.check.answers) if self.check else {}
        return [(item, told[item.key]) for item in self.checklist.items if item.key in told]


@dataclass(frozen=True)
class Walked:
    """A round with all its points; of a round that was told without its points, those that were checked."""

    round: Round
    seen: list[Seen]

    @property
    def who(self) -> str:
        """Who walks it, in the words of the table of roles."""
        return role_of(self.round.post)

    @cached_property
    def counts(self) -> Counter[str]:
        """How many points came to which end; under ``""`` those at which nobody has been."""
        return Counter(one.check.state if one.check else "" for one in self.seen)

    @property
    def looked(self) -> int:
        """At how many points somebody has looked."""
        return self.counts[State.ORDER] + self.counts[State.FINDING]

    @property
    def missed(self) -> list[Seen]:
        """The points at which nobody has looked, for whatever reason."""
        return [one for one in self.seen if one.check is None or one.check.state == State.UNREACHED]

    @property
    def found(self) -> list[Seen]:
        """The points at which something was wrong."""
        return [one for one in self.seen if one.check and one.check.state == State.FINDING]

    @property
    def whole(self) -> int:
        """How many points the route had."""
        return max(len(self.round.listed.splitlines()) or self.round.asked, self.looked)

    @property
    def ahead(self) -> Seen | None:
        """The first point of which nothing was told."""
        return next((one for one in self.seen if one.check is None), None)

    @cached_property
    def share(self) -> Share | None:
        """The share in order among all points of the route, with its bounds; ``None`` before anything was seen.

        It holds for the whole as far as those that were missed are not worse than the others.
        """
        return of_whole(self.counts[State.ORDER], self.looked, self.whole)


def walked(walk: Round) -> Walked:
    """*walk* with its points, what was told of them, and how far what was wrong has come. Three queries."""
    told = PointCheck.objects.known().filter(round=walk.fact)
    checks = {check.point_id: check for check in told}
    reported = [check.problem_id for check in checks.values() if check.problem_id]
    problems = {problem.fact: problem for problem in Problem.objects.known().filter(fact__in=reported)}
    facts = asked_of(walk) or list(checks)
    points = {point.fact: point for point in _as_they_stand(facts)}
    return Walked(walk, [_seen(points[fact], checks.get(fact), problems) for fact in facts if fact in points])


def _seen(point: InspectionPoint, check: PointCheck | None, problems: dict[UUID, Problem]) -> Seen:
    return Seen(point, check, problems.get(check.problem_id) if check and check.problem_id else None)


def _as_they_stand(facts: Iterable[UUID]) -> list[InspectionPoint]:
    """The newest telling of each point: one that was struck since is still what the round asked for."""
    rows = InspectionPoint.objects.filter(fact__in=set(facts)).select_related("place", "building__estate")
    newest: dict[UUID, InspectionPoint] = {}
    for row in rows.order_by("recorded_at"):
        newest[row.fact] = row
    return list(newest.values())


@dataclass(frozen=True, slots=True)
class Turn:
    """A route in the term of a day: until when a round is to be walked, and the one that was begun."""

    route: InspectionRoute
    after: date
    round: Round | None

    @property
    def who(self) -> str:
        """Who walks it, in the words of the table of roles."""
        return role_of(self.route.post)

    @property
    def last(self) -> date:
        """The last day of the term."""
        return self.after - timedelta(days=1)

    @property
    def due(self) -> bool:
        """Whether something is still to be done."""
        return self.round is None or not self.round.finished


def round_of_term(route: InspectionRoute, day: date) -> Round | None:
    """The newest round of *route* in the term in which *day* lies."""
    first, after = term_of(day, route.rhythm)
    rows = Round.objects.known().filter(route=route.fact, day__gte=first, day__lt=after)
    return rows.order_by("-day", "-recorded_at").first()


def turns(community: Community, day: date, *, posts: set[UUID] | None = None) -> list[Turn]:
    """Every route with its round of the term of *day*, what is due first; of the holders of *posts* when given."""
    routes = InspectionRoute.objects.known().standing_on(day).filter(community=community).select_related("post")
    some = routes if posts is None else routes.filter(post__in=posts)
    found = [Turn(r, term_of(day, r.rhythm)[1], round_of_term(r, day)) for r in some.order_by("code")]
    return sorted(found, key=lambda turn: (not turn.due, turn.after))


def may_walk(route: InspectionRoute, posts: Iterable[Post], *, staff: bool) -> bool:
    """Whether the holder of *posts* walks *route*: the community's workers any, others those of their post."""
    return staff or any(post.fact == route.post_id for post in posts)


def open_findings(point: UUID, *, before: PointCheck | None = None) -> list[PointCheck]:
    """What was found at a point since it was last in order, the first finding first; as of *before*, when given."""
    rows = PointCheck.objects.known().filter(point=point).exclude(state=State.UNREACHED)
    if before is not None:
        rows = rows.filter(day__lte=before.day).exclude(fact=before.fact)
    found: list[PointCheck] = []
    for check in rows.order_by("-day", "-recorded_at"):
        if check.state != State.FINDING:
            break
        found.append(check)
    return found[::-1]


def recurring(
    community: Community, day: date, *, points: Iterable[UUID] | None = None
) -> list[tuple[InspectionPoint, int]]:
    """Points at which something was wrong on several rounds of the year up to *day*, the worst first."""
    rows = PointCheck.objects.known().filter(community=community, state=State.FINDING, day__gt=day - YEAR, day__lte=day)
    if points is not None:
        rows = rows.filter(point__in=points)
    many = Counter(rows.values_list("point", flat=True))
    worst = {fact: n for fact, n in many.items() if n >= AGAIN}
    there = InspectionPoint.objects.known().filter(fact__in=worst)
    return sorted(((p, worst[p.fact]) for p in there), key=lambda pair: (-pair[1], pair[0].code))
