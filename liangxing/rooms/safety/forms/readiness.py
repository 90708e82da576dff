"""Forms of what stands ready, what was found, and who is safe."""

from __future__ import annotations

from typing import Any

from liangxing.kernel.period import months_after
from liangxing.records.forms import RecordForm, form_of

from ..models import (
    Fund,
    GridDuty,
    Hazard,
    Incident,
    Plan,
    Resource,
    RiskAssessment,
    Shelter,
    Survey,
    Team,
    Vulnerable,
)

HALF_YEAR_MONTHS = 6  # standard disaster-reduction-2020, clause 2.1a


class RiskAssessmentForm(RecordForm[RiskAssessment]):
    """An assessment; the next one is due half a year later, unless the form names another day."""

    ahead = ("next_on",)
    numbered = True

    class Meta:
        model = RiskAssessment
        fields = ("code", "residents", "day", "next_on", "note")

    def clean(self) -> dict[str, Any]:
        """Fill in the day that was left open."""
        told = super().clean()
        if told.get("day") and not told.get("next_on"):
            told["next_on"] = months_after(told["day"], HALF_YEAR_MONTHS)
        return told


HazardForm = form_of(
    Hazard,
    "code sort level place building planned assigned settle_by day until note",
    ahead="until settle_by",
    numbered=True,
)
ResourceForm = form_of(Resource, "code name sort pieces worth_cny place day until note", numbered=True)
TeamForm = form_of(Team, "code name sort people skills day until note")
ShelterForm = form_of(Shelter, "code name sort place area_m2 capacity day until note")
PlanForm = form_of(Plan, "code name sort day until note")
FundForm = form_of(Fund, "code amount_cny day note")
VulnerableForm = form_of(Vulnerable, "code household resident need helper card day until note")
IncidentForm = form_of(Incident, "code larger day note")
SurveyForm = form_of(Survey, "code asked satisfied day note")
GridDutyForm = form_of(GridDuty, "building post day until note")
