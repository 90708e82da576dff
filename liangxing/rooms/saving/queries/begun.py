"""From what day on a home's saving is counted, and which homes nothing began in."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from liangxing.ledger.models import Community
from liangxing.register.turns import Turn

from ..models import SavedUse, SavingCampaign

YEAR = timedelta(days=365)
SORTS = {"measure": SavedUse.Occasion.MEASURE, "pledge": SavedUse.Occasion.PLEDGE}


@dataclass(frozen=True, slots=True)
class Start:
    """From when on it is counted, and what began then."""

    day: date
    occasion: str


def start_of(turns: Sequence[Turn], campaign: date | None, told_from: date, today: date) -> Start | None:
    """The day of the first saving measure or pledge before which a year of use may be known.

    Where there is none such, the day of the community's campaign, so that whoever did nothing of their own is asked
    about too; where there is no campaign, the last that began at all: then a year before is missing, and that is said.
    ``None`` where nothing ever began. *told_from*: the first day of which the meter tells anything.
    """
    begun = [turn for turn in turns if turn.day <= today]
    for turn in begun:
        if turn.day >= told_from + YEAR:
            return Start(turn.day, SORTS[turn.sort])
    if campaign is not None:
        return Start(campaign, SavedUse.Occasion.CAMPAIGN)
    return Start(begun[-1].day, SORTS[begun[-1].sort]) if begun else None


def campaign_day(community: Community, today: date) -> date | None:
    """On which day the community's last saving campaign began."""
    known: Any = SavingCampaign.objects.known().filter(community=community, day__lte=today)
    last = known.order_by("-day").first()
    return None if last is None else last.day


def untouched(turns: Mapping[Any, Sequence[Turn]], household: Any, first: date, after: date) -> bool:
    """Whether in this home nothing of its own began from *first* to before *after*."""
    return not any(first <= turn.day < after for turn in turns.get(household, ()))
