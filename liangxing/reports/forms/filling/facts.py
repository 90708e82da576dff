"""The facts of the register that single cells of a form ask for, beside figures."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from liangxing.kernel.period import Period
from liangxing.ledger.models import Community
from liangxing.register.models import Profile
from liangxing.reports.forms.workbook.write import Value

TITLES: Mapping[str, str | Promise] = {
    "community.name": _("name of the community"),
    "community.code": _("division code"),
    "profile.province": _("province"),
    "profile.subdistrict": _("subdistrict"),
    "profile.address": _("address"),
    "filling.day": _("last day of the period"),
    "filling.year": _("year of the period"),
    "filling.period": _("the period in words"),
}


def facts(community: Community, period: Period, known_at: datetime | None = None) -> Mapping[str, Value]:
    """What each fact says for *period*; one that is not recorded is not there."""
    known = Profile.objects.known(known_at).standing_on(period.last).filter(community=community)
    profile = known.order_by("-day").first()
    found: dict[str, Value] = {
        "community.name": community.name,
        "community.code": community.code,
        "filling.day": period.last,
        "filling.year": str(period.last.year),
        "filling.period": said(period),
    }
    read: Mapping[str, Callable[[Profile], str]] = {
        "profile.province": lambda p: p.province,
        "profile.subdistrict": lambda p: p.subdistrict,
        "profile.address": lambda p: p.address,
    }
    if profile:
        found |= {key: value for key, told in read.items() if (value := told(profile))}
    return found


def said(period: Period) -> str:
    """A period as a form names it: a year, a month, or from day to day."""
    if period == Period.year(period.first.year):
        return str(period.first.year)
    if period == Period.month(period.first.year, period.first.month):
        return f"{period.first:%Y-%m}"
    return f"{period.first} - {period.last}"
