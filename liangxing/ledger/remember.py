"""What was counted stays counted until something is kept: the head of a chain names everything that is in it."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from functools import lru_cache, wraps
from typing import Concatenate, ParamSpec, TypeVar

from .models import Community, Head

P = ParamSpec("P")
R = TypeVar("R")
MOST = 256  # answers that are kept of each function: a few pages' worth for each of many visitors


def until_next_act(count: Callable[Concatenate[Community, P], R]) -> Callable[Concatenate[Community, P], R]:
    """*count*, whose answer is given again while its community's ledger has the same head.

    For what is read from records alone, by arguments that can be compared; nobody changes the answer. A ledger that
    is still empty has no head, and is counted each time.
    """

    @lru_cache(maxsize=MOST)
    def kept(community: Community, head: str, args: tuple[Hashable, ...], more: tuple[tuple[str, Hashable], ...]) -> R:
        return count(community, *args, **dict(more))  # type: ignore[arg-type]

    @wraps(count)
    def remembered(community: Community, /, *args: P.args, **more: P.kwargs) -> R:
        head = Head.objects.filter(community=community).values_list("seal", flat=True).first()
        if not head:
            return count(community, *args, **more)
        return kept(community, head, args, tuple(sorted(more.items())))

    return remembered
