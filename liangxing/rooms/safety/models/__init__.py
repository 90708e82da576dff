"""Hazards and stores, teams and shelters, drills and plans, the people who need help, and who is safe."""

from .drills import Drill
from .emergencies import CheckIn, Emergency
from .hazards import Hazard, Incident, RiskAssessment, Survey
from .people import Vulnerable
from .readiness import Fund, GridDuty, Plan, Resource, Shelter, Team

__all__ = [
    "CheckIn",
    "Drill",
    "Emergency",
    "Fund",
    "GridDuty",
    "Hazard",
    "Incident",
    "Plan",
    "Resource",
    "RiskAssessment",
    "Shelter",
    "Survey",
    "Team",
    "Vulnerable",
]
