"""Forms of what stands ready, what was found, and who is safe."""

from liangxing.records.forms import form_of

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
RiskAssessmentForm = form_of(RiskAssessment, "code residents day next_on note", ahead="next_on", numbered=True)
FundForm = form_of(Fund, "code amount_cny day note")
VulnerableForm = form_of(Vulnerable, "code household resident need helper card day until note")
IncidentForm = form_of(Incident, "code larger day note")
SurveyForm = form_of(Survey, "code asked satisfied day note")
GridDutyForm = form_of(GridDuty, "building post day until note")
