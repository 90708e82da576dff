"""Figures of what was proven saved: how many homes of each verdict, and what those together saved that are proven."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from liangxing.measures.folds import Different
from liangxing.measures.measure import Flow, Ratio

from ..models import SavedUse, WeatherDay

if TYPE_CHECKING:
    from django.utils.functional import _StrOrPromise


def _homes(key: str, title: _StrOrPromise, says: _StrOrPromise, where: Q) -> Flow:
    """Different households of whose proofs, begun in the period, *where* holds."""
    return Flow(
        key=key, unit="{household}", title=title, says=says, of=SavedUse, where=where, fold=Different("household")
    )


TESTED = _homes(
    "saving.tested_homes",
    _("Homes whose electricity was asked whether it saves"),
    _("Different households with a proof of electricity, whatever its verdict."),
    Q(sort="electricity"),
)
PROVEN = _homes(
    "saving.proven_homes",
    _("Homes with proven saving of electricity"),
    _("Different households that with 90 % likelihood used less electricity than weather and similar homes explain."),
    Q(sort="electricity", verdict="saved"),
)
UNPROVEN = _homes(
    "saving.unproven_homes",
    _("Homes whose saving of electricity is not proven"),
    _("Different households whose difference may as well be chance: neither saved nor used more."),
    Q(sort="electricity", verdict="unproven"),
)
MORE = _homes(
    "saving.homes_using_more",
    _("Homes that use more electricity"),
    _("Different households that with 90 % likelihood used more electricity than weather and similar homes explain."),
    Q(sort="electricity", verdict="more"),
)
INSUFFICIENT = _homes(
    "saving.homes_without_data",
    _("Homes about whose electricity too little is known"),
    _("Different households of which nothing can be said, each with its reason."),
    Q(sort="electricity", verdict="insufficient"),
)
PROVEN_WATER = _homes(
    "saving.proven_homes_water",
    _("Homes with proven saving of water"),
    _("Different households that with 90 % likelihood used less water than the year before and similar homes explain."),
    Q(sort="water", verdict="saved"),
)
PROVEN_SHARE = Ratio(
    key="saving.proven_share",
    unit="1",
    title=_("Share of homes with proven saving of electricity"),
    says=_("Homes with proven saving for each home whose electricity was asked."),
    part="saving.proven_homes",
    whole="saving.tested_homes",
)
WEATHER = Flow(
    key="saving.weather_days",
    unit="d",
    title=_("Days with weather"),
    says=_("Days of which a station's mean temperature is known."),
    of=WeatherDay,
    fold=Different("day"),
)
