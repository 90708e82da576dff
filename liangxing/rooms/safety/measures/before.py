"""Figures of what is done before anything happens."""

from typing import Any

from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from liangxing.measures.folds import Different, Total
from liangxing.measures.measure import Flow, Ratio, Stock

from ..models import (
    Agreement,
    Consent,
    Hazard,
    HazardStep,
    Inspection,
    Insurance,
    Pairing,
    Plan,
    PlanVersion,
    Quiz,
    RiskAssessment,
    StockTake,
    Training,
    Vulnerable,
    YearlyReport,
)

Step = HazardStep.Step


def _stock(key: str, unit: str, title: Any, says: Any, of: Any, **how: Any) -> None:
    Stock(key=f"safety.{key}", unit=unit, title=title, says=says, of=of, **how)


def _flow(key: str, unit: str, title: Any, says: Any, of: Any, **how: Any) -> None:
    Flow(key=f"safety.{key}", unit=unit, title=title, says=says, of=of, **how)


def _share(key: str, title: Any, says: Any, part: str, whole: str) -> None:
    whole = whole if "." in whole else f"safety.{whole}"
    Ratio(key=f"safety.{key}", unit="1", title=title, says=says, part=f"safety.{part}", whole=whole)


_stock("hazards_rated", "{hazard}", _("Hazards with a level"), _("Open hazards whose level of risk was rated."), Hazard,
       where=Q(level__in=[*Hazard.Level.values]))  # fmt: skip
_stock("hazards_major", "{hazard}", _("Major hazards"), _("Open hazards of the highest two levels."), Hazard,
       where=Q(level__in=[Hazard.Level.HIGH, Hazard.Level.MAJOR]))  # fmt: skip
_share("rated_share", _("Share of hazards with a level"), _("Hazards with a level for each open hazard."),
       "hazards_rated", "hazards")  # fmt: skip
_flow("hazards_closed", "{hazard}", _("Hazards dealt with"), _("Different hazards that somebody dealt with."),
      HazardStep, where=Q(step=Step.CLOSED), fold=Different("hazard"))  # fmt: skip
_flow("hazards_confirmed", "{hazard}", _("Hazards re-checked and gone"),
      _("Different hazards that somebody else re-checked and found gone."),
      HazardStep, where=Q(step=Step.CONFIRMED), fold=Different("hazard"))  # fmt: skip
_flow("hazards_reopened", "{hazard}", _("Hazards found still there"),
      _("Different hazards that a re-check found still there."),
      HazardStep, where=Q(step=Step.REOPENED), fold=Different("hazard"))  # fmt: skip
_share(
    "confirmed_share",
    _("Share of hazards re-checked"),
    _("Hazards re-checked and gone for each that was dealt with."),
    "hazards_confirmed",
    "hazards_closed",
)
_flow("inspections", "{round}", _("Safety inspections"), _("Rounds on which hazards were looked for."), Inspection)
_flow("fire_inspections", "{round}", _("Fire inspections"), _("Rounds on which dangers of fire were looked for."),
      Inspection, where=Q(sort="fire"))  # fmt: skip
_flow("residents_in_assessments", "{attendance}", _("Residents in risk assessments"),
      _("Residents who took part in risk assessments, each time counted."),
      RiskAssessment, fold=Total("residents"))  # fmt: skip
_stock("vulnerable_cards", "{person}", _("People with the card"), _("People who need help, and have the card."),
       Vulnerable, where=Q(card=True))  # fmt: skip
_share("card_share", _("Share of people with the card"), _("People with the card for each who needs help."),
       "vulnerable_cards", "vulnerable")  # fmt: skip
_stock("paired", "{person}", _("People with a named helper"),
       _("Different people who need help, and beside whom a named helper stands."), Pairing,
       fold=Different("vulnerable"))  # fmt: skip
_share(
    "paired_share",
    _("Share of people with a named helper"),
    _("People with a named helper for each who needs help."),
    "paired",
    "vulnerable",
)
_stock("consents", "{person}", _("Consents in force"),
       _("Different people who need help, and agreed that it is kept."), Consent,
       fold=Different("vulnerable"))  # fmt: skip
_share("consent_share", _("Share of consents in force"), _("Consents in force for each person who needs help."),
       "consents", "vulnerable")  # fmt: skip
_flow("trainings", "{session}", _("Team trainings"), _("Trainings of teams for emergencies."), Training)
_flow("trained", "{attendance}", _("People in team trainings"),
      _("People who took part in trainings of teams, each time counted."), Training, fold=Total("people"))  # fmt: skip
_flow("stock_takes", "{case}", _("Stock-takes"), _("Times that something in store for an emergency was counted."),
      StockTake)  # fmt: skip
_flow("stock_taken", "{resource}", _("Stores counted"), _("Different stores for an emergency that were counted."),
      StockTake, fold=Different("resource"))  # fmt: skip
_stock("agreements", "{document}", _("Agreements for emergencies"),
       _("Agreements in force by which others help in an emergency."), Agreement)  # fmt: skip
_stock("neighbour_agreements", "{document}", _("Agreements with neighbouring communities"),
       _("Agreements in force with communities nearby."), Agreement, where=Q(sort="neighbour"))  # fmt: skip
_stock("insurances", "{document}", _("Insurances against disasters"), _("Insurances in force."), Insurance)
_stock("insured_households", "{household}", _("Households insured"),
       _("Households that insurances in force cover, as the insurers say."), Insurance,
       fold=Total("households"))  # fmt: skip
_share("insured_share", _("Share of households insured"), _("Households insured for each household."),
       "insured_households", "register.households")  # fmt: skip
_flow("plan_versions", "{document}", _("Plans revised"), _("Versions of plans that were put in force."), PlanVersion)
_flow("yearly_reports", "{document}", _("Yearly reports handed in"),
      _("Yearly reports of disaster reduction that were handed in."), YearlyReport)  # fmt: skip
_stock("fire_managers", "{document}", _("Fire-safety managers"), _("Appointments of a fire-safety manager in force."),
       Plan, where=Q(sort="fire-manager"))  # fmt: skip
_stock("fire_covenants", "{document}", _("Fire covenants"), _("Fire covenants in force."), Plan,
       where=Q(sort="fire-covenant"))  # fmt: skip
_flow("quizzes", "{session}", _("Quizzes on disasters"), _("Quizzes on what to do in a disaster."), Quiz)
_flow("quiz_people", "{attendance}", _("People in quizzes"), _("People who took part in quizzes, each time counted."),
      Quiz, fold=Total("people"))  # fmt: skip
_flow("quiz_answers", "{case}", _("Answers in quizzes"), _("Answers that were given in quizzes."), Quiz,
      fold=Total("answers"))  # fmt: skip
_flow("quiz_right", "{case}", _("Right answers in quizzes"), _("Answers in quizzes that were right."), Quiz,
      fold=Total("right"))  # fmt: skip
_share("quiz_share", _("Share of right answers"), _("Right answers for each answer given in quizzes."),
       "quiz_right", "quiz_answers")  # fmt: skip
