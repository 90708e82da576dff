"""Figures of safety."""

from typing import Any

from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from liangxing.measures.folds import Different, Total
from liangxing.measures.measure import Flow, Ratio, Stock

from ..models import (
    CheckIn,
    Drill,
    Emergency,
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


def _stock(key: str, unit: str, title: Any, says: Any, of: Any, **how: Any) -> Stock:
    return Stock(key=f"safety.{key}", unit=unit, title=title, says=says, of=of, **how)


def _flow(key: str, unit: str, title: Any, says: Any, of: Any, **how: Any) -> Flow:
    return Flow(key=f"safety.{key}", unit=unit, title=title, says=says, of=of, **how)


_flow("hazards_found", "{hazard}", _("Hazards found"), _("Hazards that were found."), Hazard)
_stock("hazards", "{hazard}", _("Open hazards"), _("Hazards that are not dealt with."), Hazard)
_stock(
    "hazards_planned",
    "{hazard}",
    _("Hazards with a plan"),
    _("Open hazards with a plan to deal with them."),
    Hazard,
    where=Q(planned=True),
)
Ratio(
    key="safety.planned_share",
    unit="1",
    title=_("Share of hazards with a plan"),
    says=_("Hazards with a plan for each open hazard."),
    part="safety.hazards_planned",
    whole="safety.hazards",
)
_stock("resources", "{resource}", _("Emergency resources"),
       _("Pieces in store for an emergency that have not expired."),
       Resource, fold=Total("pieces"))  # fmt: skip
_stock("resources_worth", "[CNY]", _("Worth of emergency resources"), _("What the resources in store are worth."),
       Resource, fold=Total("worth_cny"))  # fmt: skip
_stock("teams", "{team}", _("Emergency teams"), _("Teams for emergencies."), Team)
_stock("team_people", "{person}", _("People in emergency teams"), _("People in teams for emergencies."), Team,
       fold=Total("people"))  # fmt: skip
_stock("informants", "{person}", _("Disaster informants"), _("People who report disasters."), Team,
       where=Q(sort="informants"), fold=Total("people"))  # fmt: skip
_stock("militia", "{person}", _("Militia reserve"), _("People of the militia reserve."), Team,
       where=Q(sort="militia"), fold=Total("people"))  # fmt: skip
_stock("leading_bodies", "{team}", _("Leading bodies for disaster reduction"),
       _("Groups that lead disaster reduction."), Team, where=Q(sort="leading"))  # fmt: skip
_stock("shelters", "{shelter}", _("Emergency shelters"), _("Emergency shelters in the community."), Shelter)
_stock("shelter_area", "m2", _("Area of shelters"), _("Area of the emergency shelters."), Shelter,
       fold=Total("area_m2"))  # fmt: skip
_stock("shelter_capacity", "{person}", _("Capacity of shelters"), _("People whom the emergency shelters take in."),
       Shelter, fold=Total("capacity"))  # fmt: skip
_flow("drills", "{drill}", _("Emergency drills"), _("Emergency drills that were held."), Drill)
_flow("drill_people", "{attendance}", _("People in drills"), _("People who took part in drills, each time counted."),
      Drill, fold=Total("took_part"))  # fmt: skip
_stock("emergency_plans", "{document}", _("Emergency plans"), _("Emergency plans in force."), Plan,
       where=Q(sort="emergency-plan"))  # fmt: skip
_stock("risk_maps", "{document}", _("Risk maps"), _("Risk maps in force."), Plan, where=Q(sort="risk-map"))
_stock("hazard_lists", "{document}", _("Hazard lists"), _("Lists of hazards in force."), Plan,
       where=Q(sort="hazard-list"))  # fmt: skip
_stock("vulnerable_lists", "{document}", _("Lists of people who need help"),
       _("Lists of people who need help, in force."), Plan, where=Q(sort="vulnerable-list"))  # fmt: skip
_stock("rules", "{document}", _("Rules of disaster reduction"), _("Rules of disaster reduction in force."), Plan,
       where=Q(sort="rules"))  # fmt: skip
_stock("duties", "{kind}", _("Duties assigned"), _("Different duties of disaster reduction that are assigned."), Plan,
       where=Q(sort="duty"), fold=Different("code"))  # fmt: skip
_stock("bases", "{place}", _("Disaster-prevention education bases"),
       _("Places where disaster prevention is taught."), Plan, where=Q(sort="education-base"))  # fmt: skip
_flow("risk_assessments", "{document}", _("Risk assessments"), _("Times that the risks were assessed."), RiskAssessment)
_flow("funds", "[CNY]", _("Funds for disaster reduction"), _("Money set aside for disaster reduction."), Fund,
      fold=Total("amount_cny"))  # fmt: skip
_stock("vulnerable", "{person}", _("People who need help"), _("People who need help in an emergency."), Vulnerable)
_stock("vulnerable_ready", "{person}", _("People with helper and card"),
       _("People who need help, and have a named helper and the card."), Vulnerable,
       where=Q(helper=True, card=True))  # fmt: skip
Ratio(
    key="safety.ready_share",
    unit="1",
    title=_("Share of people with helper and card"),
    says=_("People with helper and card for each who needs help."),
    part="safety.vulnerable_ready",
    whole="safety.vulnerable",
)
_flow("incidents", "{case}", _("Incidents"), _("Incidents because of a disaster."), Incident)
_flow("larger_accidents", "{case}", _("Larger accidents"), _("Larger accidents because of a disaster."), Incident,
      where=Q(larger=True))  # fmt: skip
_flow("asked", "{person}", _("Asked in surveys"), _("People asked in surveys."), Survey, fold=Total("asked"))
_flow("satisfied", "{person}", _("Satisfied in surveys"), _("People who said in surveys that they are satisfied."),
      Survey, fold=Total("satisfied"))  # fmt: skip
Ratio(
    key="safety.satisfaction",
    unit="1",
    title=_("Satisfaction with disaster reduction"),
    says=_("People who are satisfied for each who was asked."),
    part="safety.satisfied",
    whole="safety.asked",
)
_stock("buildings_in_grid", "{building}", _("Buildings in a grid"), _("Different buildings that lie in a grid."),
       GridDuty, fold=Different("building"))  # fmt: skip
Ratio(
    key="safety.grid_share",
    unit="1",
    title=_("Coverage by grids"),
    says=_("Buildings in a grid for each building."),
    part="safety.buildings_in_grid",
    whole="register.buildings",
)
_flow("emergencies", "{case}", _("Emergencies and exercises"),
      _("Emergencies and exercises in which households could say that they are safe."), Emergency)  # fmt: skip
_flow("check_ins", "{household}", _("Households heard of"),
      _("Households of which it is known how they are, once for each emergency or exercise."), CheckIn)  # fmt: skip
_flow("households_safe", "{household}", _("Households safe"),
      _("Households that said that all are safe, once for each emergency or exercise."), CheckIn,
      where=Q(state=CheckIn.State.SAFE))  # fmt: skip
Ratio(
    key="safety.safe_share",
    unit="1",
    title=_("Share of households safe"),
    says=_("Households that are safe for each of which it is known how they are."),
    part="safety.households_safe",
    whole="safety.check_ins",
)
