"""Forms of safety, a file for each of its parts."""

from .check_in import AskingForm, CheckInForm, EmergencyForm, TrustForm
from .drills import DrillForm, DrillNoteForm, DrillPartForm, DrillPlanForm, DrillResultForm, DrillTimeForm
from .evacuation import EvacuationPlanForm
from .network import ClosureForm, PresenceForm, SpotForm, WayForm
from .readiness import (
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
    "AskingForm",
    "CheckInForm",
    "ClosureForm",
    "DrillForm",
    "DrillNoteForm",
    "DrillPartForm",
    "DrillPlanForm",
    "DrillResultForm",
    "DrillTimeForm",
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
    "TrustForm",
    "VulnerableForm",
    "WayForm",
]
