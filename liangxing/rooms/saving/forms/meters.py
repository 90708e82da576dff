"""Forms of meters, readings and bills."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext as _

from liangxing.records.forms import form_of

from ..models import Meter, Reading, Usage
from ..models.meters import FITTING

_MeterForm = form_of(
    Meter, "code sort serves household building place unit ratio digits day until note", same="sort serves"
)
ReadingForm = form_of(Reading, "meter day sort reading start_reading note", same="day sort")
_UsageForm = form_of(Usage, "meter day until used unit amount_cny source note", same="day until source")


class UsageForm(_UsageForm):  # type: ignore[misc, valid-type]
    """A bill, told in a unit in which what its meter measures is counted."""

    def clean(self) -> dict[str, Any]:
        """Refuse cubic metres of electricity."""
        told: dict[str, Any] = super().clean()
        unit, meter = told.get("unit"), told.get("meter")
        if unit and meter and unit not in FITTING[meter.sort]:
            self.add_error("unit", _("What this meter measures is not counted in this unit."))
        return told


class MeterForm(_MeterForm):  # type: ignore[misc, valid-type]
    """A meter; where no unit is told, the usual one of what it measures."""

    def clean(self) -> dict[str, Any]:
        """Fill in the unit."""
        told: dict[str, Any] = super().clean()
        if not told.get("unit") and told.get("sort") in FITTING:
            told["unit"] = str(next(iter(FITTING[told["sort"]])))
        return told

    def alike(self) -> list[Any]:
        """Meters under the same number: two under one make readings that nobody can tell apart."""
        same = Meter.objects.known().filter(community=self.community, code=self.cleaned_data["code"])
        return list(same.exclude(fact=self.instance.fact) if self.instance.fact else same)
