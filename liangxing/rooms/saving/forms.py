"""Forms of saving."""

from __future__ import annotations

from typing import Any

from liangxing.records.forms import form_of

from .models import CoolingRule, Meter, Reading, SavingMeasure, Usage
from .models.meters import FITTING, Carrier

SavingMeasureForm = form_of(SavingMeasure, "household sort product amount_cny day until note")
CoolingRuleForm = form_of(CoolingRule, "place summer_cel day until note")
_MeterForm = form_of(
    Meter, "code sort serves household building place unit ratio digits day until note", same="sort serves"
)
ReadingForm = form_of(Reading, "meter day sort reading start_reading note", same="day sort")
UsageForm = form_of(Usage, "meter day until used amount_cny source note", same="day until source")


class MeterForm(_MeterForm):  # type: ignore[misc, valid-type]
    """A meter; where no unit is told, the usual one of what it measures."""

    def clean(self) -> dict[str, Any]:
        """Fill in the unit."""
        told: dict[str, Any] = super().clean()
        if not told.get("unit") and told.get("sort") in FITTING:
            told["unit"] = FITTING[Carrier(told["sort"])][0].value
        return told

    def alike(self) -> list[Any]:
        """Meters under the same number: two under one make readings that nobody can tell apart."""
        same = Meter.objects.known().filter(community=self.community, code=self.cleaned_data["code"])
        return list(same.exclude(fact=self.instance.fact) if self.instance.fact else same)
