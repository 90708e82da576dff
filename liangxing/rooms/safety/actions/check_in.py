"""Saying that a household is safe, or needs help: by thousands in the same minute, each once, none lost."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import groupby
from typing import Any
from uuid import UUID

from django.db import connection, transaction
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from liangxing.kernel.errors import Refused
from liangxing.ledger.acts import Doing, act
from liangxing.ledger.models import Community
from liangxing.records.actions import correct_many, write_many
from liangxing.records.once import done_before, note_done
from liangxing.records.together import Together
from liangxing.register.models import Household

from ..models import CheckIn, Emergency
from ..queries import as_written, homes_of, open_emergencies


@dataclass(frozen=True, slots=True)
class Telling:
    """What somebody says of a household: by its fact, or by the number of its flat as somebody wrote it.

    ``community``: its code; ``key``: of the form that said it, so that the same sending counts once.
    """

    community: str
    emergency: UUID
    household: UUID | str
    state: str
    told_by: str
    by: str
    place: str = ""
    need: str = ""
    told_at: datetime | None = None
    key: str = ""

    @property
    def says(self) -> dict[str, Any]:
        """The columns that it tells anew."""
        return {
            "state": CheckIn.State(self.state),
            "place": self.place,
            "need": self.need,
            "told_by": CheckIn.Teller(self.told_by),
            "told_at": self.told_at,
        }


SOON_S = 600
OVER = "over"  # the emergency
UNKNOWN = "unknown"  # the flat
BEFORE = "before"  # the same sending came
Kept = CheckIn | str


def tell(said: Telling) -> Kept:
    """What came of what was *said*, once it is durable: the check-in that stands, or why none was kept."""
    # Within somebody's transaction it is theirs to commit; otherwise it is kept with what others say just now.
    return keep([said])[0] if connection.in_atomic_block else _TOGETHER.ask(said)


def check_in(emergency: Emergency, household: Household, state: str, *, told_by: str, by: str, **more: Any) -> None:
    """What is known of *household* from now on; said again in the same words, it adds nothing.

    ``Refused`` when the emergency is over.
    """
    said = Telling(emergency.community.code, emergency.fact, household.fact, state, told_by, by, **more)
    if tell(said) == OVER:
        raise Refused(_("This is over: nobody needs to check in any more."))


def keep(said: Sequence[Telling]) -> list[Kept]:
    """Keep all that was *said*, in its order and in one transaction; an answer for each."""
    kept: list[Kept] = []
    with transaction.atomic():
        here = Community.objects.in_bulk({one.community for one in said}, field_name="code")
        for some in _apart(said):
            if (community := here.get(some[0].community)) is None:
                kept += [OVER] * len(some)
                continue
            with act("safety.checkin.tell", community=community, by=some[0].by) as now:
                kept += _Hearing(now, some).answers()
    return kept


def _apart(said: Sequence[Telling]) -> Iterator[list[Telling]]:
    """Cut into acts: each of one community and one teller, and of no household twice."""
    for _who, run in groupby(said, key=lambda one: (one.community, one.by)):
        some: dict[tuple[UUID, UUID | str], Telling] = {}
        for one in run:
            if (about := (one.emergency, as_written(one.household))) in some:
                yield [*some.values()]
                some = {}
            some[about] = one
        yield [*some.values()]


def how_soon(after_s: int | None) -> str:
    """The word by which figures count how soon a household was heard of."""
    if after_s is None:
        return CheckIn.Heard.UNKNOWN
    return CheckIn.Heard.TEN_MINUTES if after_s <= SOON_S else CheckIn.Heard.LATER


class _Hearing:
    """Tellings that are kept in one act, under its lock, with what was known before them."""

    def __init__(self, now: Doing, said: list[Telling]) -> None:
        self.now, self.said = now, said
        self.day = localdate(now.act.at)
        homes = homes_of(now.act.community, self.day)
        self.homes = [homes.find(one.household) for one in said]
        self.before = done_before([one.key for one in said if one.key])
        asked = {one.emergency for one in said}
        open_now = open_emergencies(now.act.community, self.day).filter(fact__in=asked)
        self.open_now = {emergency.fact: emergency for emergency in open_now}
        standing = CheckIn.objects.known().filter(
            emergency__in=asked, household__in=[home for home in self.homes if home]
        )
        self.known = {(check.emergency_id, check.household_id): check for check in standing}
        self.new: list[CheckIn] = []
        self.changed: list[tuple[CheckIn, CheckIn]] = []

    def answers(self) -> list[Kept]:
        """Keep them; what comes of each."""
        kept = [self._hear(one, home) for one, home in zip(self.said, self.homes, strict=True)]
        community, by = self.now.act.community, self.now.act.actor
        write_many(self.new, community=community, by=by)
        correct_many(self.changed, community=community, by=by)
        note_done(
            [one.key for one, answer in zip(self.said, kept, strict=True) if one.key and isinstance(answer, CheckIn)]
        )
        return kept

    def _hear(self, one: Telling, home: UUID | None) -> Kept:
        if one.key in self.before:
            return BEFORE
        if (emergency := self.open_now.get(one.emergency)) is None:
            return OVER
        if home is None:
            return UNKNOWN
        old = self.known.get((one.emergency, home))
        if old is None:
            return self._first(one, home, emergency)
        if all(getattr(old, name) == value for name, value in one.says.items() if name != "told_at"):
            return old
        self.changed.append((old, old.anew(**one.says)))
        return self.changed[-1][1]

    def _first(self, one: Telling, home: UUID, emergency: Emergency) -> CheckIn:
        began = emergency.began_at
        after_s = max(0, int((self.now.act.at - began).total_seconds())) if began else None
        about = {"emergency_id": one.emergency, "household_id": home, "day": self.day}
        made = CheckIn(**about, after_s=after_s, heard=how_soon(after_s), **one.says)
        self.new.append(made)
        return made


_TOGETHER: Together[Telling, Kept] = Together(keep)
