"""The calls: what each should change, whether it is kept by those who pledged, and what meters show of it."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from math import hypot
from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.timezone import localdate
from django.utils.translation import get_language

from liangxing.kernel.language import nearest
from liangxing.ledger.models import Community
from liangxing.metering.savings.verdict import Sum
from liangxing.records.visit import Visit
from liangxing.rooms.outreach.models import Call, Pledge, PledgeSample
from liangxing.rooms.outreach.queries import Kept, calls_of, kept_of, samples_of
from liangxing.rooms.saving.queries import by_pledge, newest, total_of
from liangxing.rooms.saving.queries.similar import FEWEST
from liangxing.rooms.saving.queries.sums import Total


@dataclass(frozen=True, slots=True)
class Effect:
    """What a meter shows: homes with the pledge, those without, and how far they lie apart for a home and a year."""

    holders: Total
    others: Total

    @property
    def apart(self) -> Sum | None:
        """Holders less the others; their errors are taken as independent, so the interval is too wide if anything."""
        ours, theirs = self.holders.a_year, self.others.a_year
        if ours is None or theirs is None:
            return None
        wide = hypot((ours.high - ours.low) / 2, (theirs.high - theirs.low) / 2)
        middle = ours.saved - theirs.saved
        return Sum(ours.homes + theirs.homes, middle, middle - wide, middle + wide)


@dataclass(frozen=True, slots=True)
class Followed:
    """A call, and what became of it. ``effect`` is ``None`` where no meter shows it, and ``why`` says why not."""

    call: Call
    pledged: int
    changes: str
    why: str
    kept: Kept | None
    samples: list[PledgeSample]
    effect: Effect | None


@cache
def changes() -> Mapping[str, Any]:
    """What each call should change, by the call's code."""
    return tomllib.loads((files("liangxing.rooms.outreach") / "changes.toml").read_text("utf-8"))


def calls(request: Visit) -> HttpResponse:
    """Every call in force."""
    told = [_followed(request.community, call) for call in calls_of(request.community, localdate())]
    draws = request.rights.may("write", PledgeSample)
    return render(request, "saved/calls.html", {"told": told, "fewest": FEWEST, "draws": draws})


def _followed(community: Community, call: Call) -> Followed:
    said, language = changes().get(call.code, {}), nearest(get_language())
    given: Any = Pledge.objects.known().filter(community=community, call=call.fact)
    pledged = given.values("household").distinct().count()
    samples = samples_of(community, call)
    asked = next((kept for sample in samples if (kept := kept_of(sample)).answered), None)
    effect = None
    if carrier := said.get("carrier"):
        within, without = by_pledge(community, newest(community, carrier), call.code)
        effect = Effect(total_of(carrier, within), total_of(carrier, without))
    words = {key: said.get(key, {}).get(language, "") for key in ("changes", "why")}
    return Followed(call, pledged, words["changes"], words["why"], asked, samples, effect)
