"""The names of a register, kept in memory for as long as the community's ledger stands still, and found by sound."""

from __future__ import annotations

from functools import lru_cache
from typing import Any
from uuid import UUID

from liangxing.ledger.models import Community, Head

from .models import Record
from .sound import Sounds, asked, sounds, sounds_like

NAMES_MAX = 10_000  # names of one kind that are compared; a longer register is found by its codes and its letters
NAMING = ("name", "title", "place")


def naming(kind: type[Record], *, clear: bool) -> tuple[str, ...]:
    """The columns by which people call a *kind*; those that say who somebody is only when they are *clear*."""
    called = getattr(kind, "called", kind.natural[:1])
    fields = {f.name for f in kind._meta.concrete_fields if f.get_internal_type() == "CharField"}
    some = dict.fromkeys(name for name in (*called, *NAMING) if name in fields)
    return tuple(name for name in some if clear or name not in kind.personal)


def sounding(kind: type[Record], community: Community, word: str, *, clear: bool) -> set[UUID]:
    """The facts of *kind* that *word* names by their sound: none when it is no spelling, or the register is too long.

    Nobody's rights are asked here but for *clear*: it is for narrowing rows that somebody may see.
    """
    columns = naming(kind, clear=clear)
    if len(spelled := asked(word)) < 2 or not columns:
        return set()
    seal = Head.objects.filter(community=community).values_list("seal", flat=True).first() or ""
    every = _names(kind, community.pk, columns, seal)
    return {fact for fact, names in every if any(sounds_like(name, spelled) for name in names)}


@lru_cache(maxsize=64)
def _names(kind: type[Record], community: int, columns: tuple[str, ...], seal: str) -> list[tuple[UUID, list[Sounds]]]:
    """What is called how, as of the *seal* that the ledger ends with: whatever is written makes another one."""
    rows: Any = kind._default_manager.known().filter(community=community)
    if rows.count() > NAMES_MAX:
        return []
    told = rows.order_by().values_list("fact", *columns)
    return [(fact, [sounds(name) for name in names if name and not name.isascii()]) for fact, *names in told]
