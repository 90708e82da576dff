"""For whom the visitor is here: the household that their post names, and nobody else's."""

from __future__ import annotations

from typing import cast
from uuid import UUID

from django.http import Http404
from django.utils.timezone import localdate

from liangxing.records.models import Records
from liangxing.records.visit import Visit
from liangxing.register.models import Household, Post, Resident
from liangxing.register.rights import Rights


def posts(request: Visit) -> tuple[Post, ...]:
    """The posts that the visitor holds today."""
    return cast(Rights, request.rights).posts


def post_facts(request: Visit) -> set[UUID]:
    """The same by their facts, as records refer to them."""
    return {post.fact for post in posts(request)}


def home_of(request: Visit) -> Household | None:
    """The visitor's household as it stands today; ``None`` for whoever has none here."""
    asked = [post.household_id for post in posts(request) if post.household_id]
    homes = Household.objects.known().standing_on(localdate()).filter(community=request.community, fact__in=asked)
    return homes.select_related("building__estate").order_by("code").first()


def at_home(request: Visit) -> Household:
    """The visitor's household; 404 for whoever has none here."""
    if (home := home_of(request)) is None:
        raise Http404
    return home


def people_of(home: Household) -> Records[Resident]:
    """Who lives in *home* today."""
    return Resident.objects.known().standing_on(localdate()).filter(household=home.fact).order_by("code")


def heads(home: Household) -> int:
    """How many people may come from *home*: those who live there, and at least one."""
    return max(1, people_of(home).count())
