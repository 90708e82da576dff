"""Keeping what an inspector found on the sheet of a drawn sample."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any
from uuid import UUID

from django.utils.translation import gettext as _

from liangxing.kernel.errors import Refused
from liangxing.records.actions import write_many

from ..models import BinCheck, PlaceCheck, Sampling
from ..models.sampling import Result
from ..queries.sampling import drawn_by

Found = tuple[Result, int | None]  # what was seen, and how much of it does not belong there (%)


def keep_looks(sampling: Sampling, found: Mapping[UUID, Found], *, day: date, by: str) -> int:
    """Keep what was *found* of those that were drawn, by their facts; how many are new. What is kept stays as it is.

    ``Refused`` for one that was not drawn, and for a look before the draw.
    """
    if day < sampling.day:
        raise Refused(_("The sample had not been drawn yet on this day."))
    looks = {look.one.fact: look for look in drawn_by(sampling).looks}
    if found.keys() - looks.keys():
        raise Refused(_("One of these was not drawn: only the sample is looked at."))
    bins = sampling.about == Sampling.About.BINS
    new: list[Any] = []
    for fact, (result, percent) in found.items():
        if looks[fact].check is None:
            told: dict[str, Any] = {"sampling_id": sampling.fact, "result": result, "day": day}
            more = {"bin_id": fact, "foreign_percent": percent} if bins else {"clearance_id": fact}
            new.append((BinCheck if bins else PlaceCheck)(**told, **more))
    write_many(new, community=sampling.community, by=by)
    return len(new)
