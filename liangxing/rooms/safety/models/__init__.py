"""Hazards and stores, teams and shelters, alerts and calls, drills and plans, who needs help, and who is safe."""

from .calling import CallRound, HomeCall, PostCall, State
from .drills import Drill, DrillNote, DrillPart, DrillPlan, DrillResult, DrillTime
from .emergencies import Asking, CheckIn, Emergency, Trust
from .evacuation import EvacuationPlan
from .hazards import Hazard, HazardStep, Incident, Inspection, RiskAssessment, Survey
from .network import Closure, Presence, Spot, Way
from .people import Consent, Pairing, Vulnerable
from .readiness import (
    Agreement,
    Fund,
    GridDuty,
    Insurance,
    Plan,
    PlanVersion,
    Quiz,
    Resource,
    Shelter,
    StockTake,
    Team,
    Training,
    YearlyReport,
)
from .warning import Alert

__all__ = [
    "Agreement",
    "Alert",
    "Asking",
    "CallRound",
    "CheckIn",
    "Closure",
    "Consent",
    "Drill",
    "DrillNote",
    "DrillPart",
    "DrillPlan",
    "DrillResult",
    "DrillTime",
    "Emergency",
    "EvacuationPlan",
    "Fund",
    "GridDuty",
    "Hazard",
    "HazardStep",
    "HomeCall",
    "Incident",
    "Inspection",
    "Insurance",
    "Pairing",
    "Plan",
    "PlanVersion",
    "PostCall",
    "Presence",
    "Quiz",
    "Resource",
    "RiskAssessment",
    "Shelter",
    "Spot",
    "State",
    "StockTake",
    "Survey",
    "Team",
    "Training",
    "Trust",
    "Vulnerable",
    "Way",
    "YearlyReport",
]  # fmt: skip
