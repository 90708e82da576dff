"""What was counted stays counted until something is kept that could change it."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable
from functools import lru_cache, wraps
from typing import Concatenate, ParamSpec, TypeVar

from django.utils.timezone import localdate

from .models import Community
from .newest import newest

P = ParamSpec("P")
R = TypeVar("R")
Counted = Callable[Concatenate[Community, P], R]
MOST = 256  # answers that are kept of each page: a few for each of many visitors
MOST_FIGURES = 4096  # of each figure or group of figures: what the pages of a day ask


def until_next_act(count: Counted[P, R]) -> Counted[P, R]:
    """*count*, whose answer is given again while its community's ledger has the same head, and the day is the same.

    For what is read from records alone, by arguments that can be compared; nobody changes the answer. A ledger that
    is still empty has no head, and is counted each time.
    """

    def head(community: Community, /, *_args: P.args, **_more: P.kwargs) -> str | None:
        told = newest(community)
        return told.seal if told else None

    return _while_same(count, head, MOST)


def until_told_of(kinds: Callable[..., Iterable[str]]) -> Callable[[Counted[P, R]], Counted[P, R]]:
    """As ``until_next_act``, but only an act that touches one of *kinds* of the arguments makes it count anew."""

    def remembering(count: Counted[P, R]) -> Counted[P, R]:
        def newest_of(community: Community, /, *args: P.args, **more: P.kwargs) -> tuple[str | None, ...] | None:
            told = newest(community)
            return tuple(told.kinds.get(kind) for kind in sorted(kinds(*args, **more))) if told else None

        return _while_same(count, newest_of, MOST_FIGURES)

    return remembering


def _while_same(count: Counted[P, R], state: Counted[P, Hashable], most: int) -> Counted[P, R]:
    @lru_cache(maxsize=most)
    def kept(
        community: Community, when: Hashable, args: tuple[Hashable, ...], more: tuple[tuple[str, Hashable], ...]
    ) -> R:
        return count(community, *args, **dict(more))  # type: ignore[arg-type]

    @wraps(count)
    def remembered(community: Community, /, *args: P.args, **more: P.kwargs) -> R:
        now = state(community, *args, **more)
        if not now:
            return count(community, *args, **more)
        return kept(community, (now, localdate()), args, tuple(sorted(more.items())))

    return remembered
