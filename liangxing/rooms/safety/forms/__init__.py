"""Forms of safety, a file for each of its parts."""

from .before import (
    AgreementForm,
    HazardStepForm,
    InspectionForm,
    InsuranceForm,
    PlanVersionForm,
    QuizForm,
    StockTakeForm,
    TrainingForm,
    YearlyReportForm,
)
from .calling import CallRoundForm, HomeCallForm, PostCallForm
from .check_in import AskingForm, CheckInForm, EmergencyForm, TrustForm
from .drills import DrillForm, DrillNoteForm, DrillPartForm, DrillPlanForm, DrillResultForm, DrillTimeForm
from .evacuation import EvacuationPlanForm
from .network import ClosureForm, PresenceForm, SpotForm, WayForm
from .people import ConsentForm, PairingForm
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
from .warning import AlertForm

__all__ = [
    "AgreementForm",
    "AlertForm",
    "AskingForm",
    "CallRoundForm",
    "CheckInForm",
    "ClosureForm",
    "ConsentForm",
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
    "HazardStepForm",
    "HomeCallForm",
    "IncidentForm",
    "InspectionForm",
    "InsuranceForm",
    "PairingForm",
    "PlanForm",
    "PlanVersionForm",
    "PostCallForm",
    "PresenceForm",
    "QuizForm",
    "ResourceForm",
    "RiskAssessmentForm",
    "ShelterForm",
    "SpotForm",
    "StockTakeForm",
    "SurveyForm",
    "TeamForm",
    "TrainingForm",
    "TrustForm",
    "VulnerableForm",
    "WayForm",
    "YearlyReportForm",
]
