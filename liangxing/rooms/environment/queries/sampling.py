"""What is drawn from, what was drawn, and what was found in it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from hashlib import sha256
from typing import Any
from uuid import UUID

from liangxing.kernel.drawing import drawn
from liangxing.kernel.interval import Share, of_whole
from liangxing.ledger.models import Community

from ..models import BinCheck, Clearance, PlaceCheck, Sampling, SortedBin
from ..models.sampling import Result


@dataclass(frozen=True, slots=True)
class Look:
    """One that was drawn, and what was found; ``None`` where nobody has looked yet."""

    one: Any
    check: Any | None


@dataclass(frozen=True, slots=True)
class Drawn:
    """A sample with its list as it was when it was drawn, and what was found; ``same``: the list is still that one."""

    sampling: Sampling
    codes: list[str]
    looks: list[Look]
    same: bool

    def _count(self, result: str) -> int:
        return sum(look.check is not None and look.check.result == result for look in self.looks)

    @property
    def good(self) -> int:
        """How many were found good."""
        return self._count(Result.GOOD)

    @property
    def bad(self) -> int:
        """How many were not."""
        return self._count(Result.BAD)

    @property
    def seen(self) -> int:
        """How many were seen."""
        return self.good + self.bad

    @property
    def unseen(self) -> int:
        """How many could not be seen, or have not been looked at."""
        return len(self.looks) - self.seen

    @property
    def open(self) -> int:
        """How many nobody has looked at."""
        return sum(look.check is None for look in self.looks)

    @property
    def share_bad(self) -> Share | None:
        """The share that is bad, for the whole list; ``None`` when nothing was seen."""
        return of_whole(self.bad, self.seen, self.sampling.listed)

    @property
    def share_good(self) -> Share | None:
        """The share that is good, for the whole list; ``None`` when nothing was seen."""
        return of_whole(self.good, self.seen, self.sampling.listed)

    @property
    def bad_places(self) -> dict[str, float]:
        """Where the share that is bad and its bounds lie on a line of a hundred."""
        return _places(self.share_bad)

    @property
    def good_places(self) -> dict[str, float]:
        """The same of what is good."""
        return _places(self.share_good)


def _places(share: Share | None) -> dict[str, float]:
    if share is None:
        return {}
    told = {"low": share.low, "width": share.high - share.low, "value": share.value}
    return {name: round(part * 100, 1) for name, part in told.items()}


def listed_for(
    community: Community, about: str, day: date, first: date | None, last: date | None, known_at: datetime | None = None
) -> list[Any]:
    """What a sample is drawn from, by code: bins that stood on *day*, or what was cleared from *first* to *last*."""
    if about == Sampling.About.BINS:
        bins = SortedBin.objects.known(known_at).standing_on(day).filter(community=community)
        return list(bins.select_related("road", "point").order_by("code"))
    cleared = Clearance.objects.known(known_at).filter(community=community, day__range=(first, last))
    return list(cleared.select_related("place").order_by("code"))


def digest_of(codes: Iterable[str]) -> str:
    """SHA-256 of the *codes* in order, a line feed behind each: what ``sha256sum`` says of the list as a file."""
    return sha256("".join(f"{code}\n" for code in codes).encode()).hexdigest()


def drawn_by(sampling: Sampling) -> Drawn:
    """The sample drawn anew from what was known when it was drawn, with what was found since."""
    listed = _listed(sampling)
    codes = [one.code for one in listed]
    kind: Any = BinCheck if sampling.about == Sampling.About.BINS else PlaceCheck
    told: dict[UUID, Any] = {
        (check.bin_id if isinstance(check, BinCheck) else check.clearance_id): check
        for check in kind.objects.known().filter(sampling=sampling.fact)
    }
    some = drawn(listed, sampling.size, sampling.seed, key=lambda one: one.code)
    looks = [Look(one, told.get(one.fact)) for one in some]
    return Drawn(sampling, codes, looks, digest_of(codes) == sampling.list_digest)


def _listed(sampling: Sampling) -> list[Any]:
    """The list as it was known when the sample was first told; a correction of its note changes nothing."""
    begun: datetime = Sampling.objects.values_list("recorded_at", flat=True).get(pk=sampling.fact)
    asked = (sampling.community, sampling.about, sampling.day, sampling.first, sampling.last)
    listed = listed_for(*asked, known_at=begun)
    if digest_of(one.code for one in listed) == sampling.list_digest:
        return listed
    return listed_for(*asked, known_at=sampling.recorded_at)


def newest(community: Community, about: str, last: date) -> Drawn | None:
    """The newest sample drawn up to *last* in which something was seen; ``None`` when there is none."""
    draws = Sampling.objects.known().filter(community=community, about=about, day__lte=last).order_by("-day", "-pk")
    found = (drawn_by(draw) for draw in draws[:6])
    return next((one for one in found if one.seen), None)
