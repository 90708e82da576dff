"""What one visitor may see and do: the posts they hold today, read through the table of roles."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db.models import Q
from django.utils.timezone import localdate

from liangxing.ledger.models import Community
from liangxing.records.models import Record, Records

from .models import Building, Household, Organisation, Post, Resident
from .roles import ROLES, Guard, Role, Sight, asked_of, guard

PLACING = (Building, Household, Organisation, Resident)  # what says where a record belongs
_RANK = (Sight.NONE, Sight.MASKED, Sight.OWN, Sight.ALL)


def posts_of(community: Community, *, account: str = "", link: str = "") -> list[Post]:
    """The posts that stand today for this *account*, or for this *link* (SHA-256 of its secret)."""
    if not account and not link:
        return []
    mine = Q(account=account) if account else Q(link=link)
    return list(Post.objects.known().standing_on(localdate()).filter(mine, community=community))


@dataclass(frozen=True, slots=True)
class Rights:
    """What the holder of *posts* may see and do; without a post, what the public may."""

    posts: tuple[Post, ...] = ()

    @property
    def roles(self) -> list[Role]:
        """The roles that the posts give, and the public's."""
        return [ROLES[p.role] for p in self.posts if p.role in ROLES] + [ROLES["public"]]

    @property
    def staff(self) -> bool:
        """Whether the visitor has a desk."""
        return any(role.staff for role in self.roles)

    def may(self, verb: str, kind: type[Record] | None = None) -> bool:
        """Whether the visitor may do *verb*, and, when *kind* is given, sees that kind at all."""
        asked = verb if kind is None else asked_of(verb, kind)
        return any(asked in role.verbs for role in self.roles) and (kind is None or self.sight(kind) is not Sight.NONE)

    def sight(self, kind: type[Record]) -> Sight:
        """The widest sight of *kind* that any of the roles gives."""
        return max((role.sight[guard(kind)] for role in self.roles), key=_RANK.index)

    def clear(self, kind: type[Record]) -> bool:
        """Whether the personal columns of the rows that are seen are shown."""
        return self.sight(kind) in (Sight.ALL, Sight.OWN) or guard(kind) is Guard.OPEN

    def every(self, kind: type[Record]) -> bool:
        """Whether every row of *kind* is seen: narrowing takes none away."""
        return self.sight(kind) in (Sight.ALL, Sight.MASKED)

    def narrow(self, rows: Records[Any]) -> Records[Any]:
        """Those of *rows* (of one kind) that the visitor sees."""
        sight = self.sight(rows.model)
        if sight is Sight.OWN:
            return rows.filter(self._own(rows.model))
        return rows.none() if sight is Sight.NONE else rows

    def concerns(self, record: Record) -> bool:
        """Whether a record that is not kept yet lies within the visitor's reach."""
        if self.sight(type(record)) is not Sight.OWN:
            return True
        reach = self._reach(type(record))
        return any(getattr(record, column) in facts for column, facts in reach.items())

    def _own(self, kind: type[Record]) -> Q:
        every = Q(pk__in=[])
        for column, facts in self._reach(kind).items():
            every |= Q(**{f"{column}__in": facts})
        return every

    def _reach(self, kind: type[Record]) -> dict[str, set[UUID]]:
        """For each column of *kind* that places a row, the facts within the reach of the posts.

        A kind that names no place or home itself, such as a reading, is placed by what it refers to, such as its meter.
        """
        columns: dict[str, Any] = {f.attname: f.related_model for f in kind._meta.concrete_fields if f.is_relation}
        columns["fact"] = kind
        if any(target in PLACING for target in columns.values()):
            return _placed(columns, _own_facts(self.posts, self.posts))
        # A building head is a neighbour: through other records they reach no further than their own home.
        working = [p for p in self.posts if p.role in ROLES and ROLES[p.role].staff]
        own = _own_facts(self.posts, working)
        found = {column: _through(target, own) for column, target in columns.items() if issubclass(target, Record)}
        return {column: facts for column, facts in found.items() if facts}


def rights_of_account(community: Community, account: str) -> Rights:
    """What *account* may see and do now: asked by work that goes on when nobody is looking."""
    return Rights(tuple(posts_of(community, account=account)))


def _own_facts(posts: Iterable[Post], working: Iterable[Post]) -> dict[Any, set[UUID]]:
    """What the *posts* name, and the homes, people and organisations in the buildings that *working* ones name."""
    own: dict[Any, set[UUID]] = {
        Building: _facts(p.building_id for p in working),
        Household: _facts(p.household_id for p in posts),
        Organisation: _facts(p.organisation_id for p in posts),
    }
    if own[Building]:
        own[Household] |= set(_known(Household, building__in=own[Building]))
        own[Organisation] |= set(_known(Organisation, building__in=own[Building]))
    own[Resident] = set(_known(Resident, household__in=own[Household])) if own[Household] else set()
    return own


def _placed(columns: Mapping[str, Any], own: Mapping[Any, set[UUID]]) -> dict[str, set[UUID]]:
    return {column: own[target] for column, target in columns.items() if own.get(target)}


def _through(kind: type[Record], own: Mapping[Any, set[UUID]]) -> set[UUID]:
    """The facts of *kind* that a column of its own places within what is *own*."""
    columns = {f.attname: f.related_model for f in kind._meta.concrete_fields if f.is_relation}
    every = Q(pk__in=[])
    for column, facts in _placed(columns, own).items():
        every |= Q(**{f"{column}__in": facts})
    return set(kind._default_manager.known().filter(every).values_list("fact", flat=True))


def _facts(ids: Iterable[UUID | None]) -> set[UUID]:
    return {i for i in ids if i}


def _known(kind: type[Record], **asked: Any) -> Iterable[UUID]:
    return kind._default_manager.known().filter(**asked).values_list("fact", flat=True)
