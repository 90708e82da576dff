"""Days on which a household began to live otherwise, whatever room keeps them: a lamp put in, a promise given."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.apps import apps

from liangxing.ledger.models import Community


@dataclass(frozen=True, slots=True, order=True)
class Turn:
    """On ``day`` it began; ``sort``: of what sort it is (``measure``, ``pledge``), ``key``: which one of them."""

    day: date
    sort: str
    key: str


def turns(community: Community) -> dict[UUID, list[Turn]]:
    """By the fact of each household its turns, the first one first.

    A kind of record tells them by itself: it has a ``household``, and says in ``begins`` of what sort it is and which
    column tells one from another. Rooms need not know each other for it.
    """
    found: dict[UUID, list[Turn]] = defaultdict(list)
    kinds: list[Any] = [kind for kind in apps.get_models() if isinstance(getattr(kind, "begins", None), tuple)]
    for kind in kinds:
        sort, column = kind.begins
        rows = kind.objects.known().filter(community=community).order_by()
        for household, day, key in rows.values_list("household_id", "day", column):
            found[household].append(Turn(day, sort, str(key)))
    return {household: sorted(all_) for household, all_ in found.items()}
