"""The form of a plan: there is none to fill in, for a plan is computed."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext as _

from liangxing.records.forms import RecordForm

from ..models import EvacuationPlan


class EvacuationPlanForm(RecordForm[EvacuationPlan]):
    """Which plan is asked for; whatever is typed or imported instead is refused."""

    class Meta:
        model = EvacuationPlan
        fields = ["code", "time", "cause", "day", "until", "note"]

    def clean(self) -> dict[str, Any]:
        """Say where plans come from."""
        self.add_error(None, _("A plan is computed and never typed: ask for it on the page Evacuation."))
        return super().clean()
