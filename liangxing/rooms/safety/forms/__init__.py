"""Forms of safety, a file for each of its parts."""

from .evacuation import EvacuationPlanForm
from .network import ClosureForm, PresenceForm, SpotForm, WayForm
from .readiness import (
    CheckInForm,
    DrillForm,
    EmergencyForm,
    FundForm,
    GridDutyForm,
    HazardForm,
    IncidentForm,
    PlanForm,
    ResourceForm,
    RiskAssessmentForm,
    ShelterForm,
    SurveyForm,
    TeamForm,
    VulnerableForm,
)

__all__ = [
    "CheckInForm",
    "ClosureForm",
    "DrillForm",
    "EmergencyForm",
    "EvacuationPlanForm",
    "FundForm",
    "GridDutyForm",
    "HazardForm",
    "IncidentForm",
    "PlanForm",
    "PresenceForm",
    "ResourceForm",
    "RiskAssessmentForm",
    "ShelterForm",
    "SpotForm",
    "SurveyForm",
    "TeamForm",
    "VulnerableForm",
    "WayForm",
]
