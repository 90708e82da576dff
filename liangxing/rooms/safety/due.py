"""What the records of safety ask for."""

from datetime import date, timedelta
from typing import Any

from django.db.models import Exists, OuterRef, Subquery
from django.utils.translation import gettext_lazy as _

from liangxing.records.due import due, ending_soon
from liangxing.records.models import Records

from .models import (
    Agreement,
    Consent,
    EvacuationPlan,
    Hazard,
    HazardStep,
    Insurance,
    Pairing,
    Plan,
    Resource,
    RiskAssessment,
    Training,
    Vulnerable,
)

AHEAD = timedelta(days=30)  # what is due within a month can still be arranged

due(Resource, _("expires"), by="until")(ending_soon)
due(Plan, _("must be renewed"), by="until")(ending_soon)
due(Agreement, _("must be renewed"), by="until")(ending_soon)
due(Insurance, _("must be renewed"), by="until")(ending_soon)
due(EvacuationPlan, _("must be computed anew"), by="until")(ending_soon)
due(Consent, _("ends: ask again"), by="until")(ending_soon)


@due(Hazard, _("has no plan to deal with it"), by="day", shows="sort")
def without_plan(rows: Records[Any], today: date) -> Records[Any]:
    """Hazards that stand, and for which nothing is planned."""
    return rows.standing_on(today).filter(planned=False)


@due(Hazard, _("was to be dealt with by now"), by="settle_by", shows="sort", page="safety.onhazard.write")
def late(rows: Records[Any], today: date) -> Records[Any]:
    """Hazards that stand past the day that was set."""
    return rows.standing_on(today).filter(settle_by__lt=today)


@due(Hazard, _("is dealt with: somebody else looks again"), by="until", shows="sort", page="safety.onhazard.write")
def to_recheck(rows: Records[Any], today: date) -> Records[Any]:
    """Hazards that were dealt with, and that nobody else has looked at since."""
    steps = HazardStep.objects.known()
    newest = steps.filter(hazard=OuterRef("fact")).order_by("-day", "-recorded_at").values("step")[:1]
    return rows.filter(until__lte=today).annotate(newest=Subquery(newest)).filter(newest=HazardStep.Step.CLOSED)


@due(RiskAssessment, _("is due again: every half-year"), by="next_on", form="safety.riskassessment", field="after")
def assess_again(rows: Records[Any], today: date) -> Records[Any]:
    """The newest assessment of the community, when the next is due within a month."""
    newest = rows.order_by("-day").values("pk")[:1]
    return rows.filter(pk__in=list(newest.values_list("pk", flat=True)), next_on__lte=today + AHEAD)


@due(Training, _("is to be refreshed"), by="again_by", shows="skill", form="safety.training", field="team")
def refresh(rows: Records[Any], today: date) -> Records[Any]:
    """Trainings that must be refreshed within a month, and were not since."""
    since = Training.objects.known().filter(team=OuterRef("team"), skill=OuterRef("skill"), day__gt=OuterRef("day"))
    return rows.filter(again_by__lte=today + AHEAD).exclude(Exists(since))


@due(Vulnerable, _("has no named helper"), by="day", form="safety.pairing", field="vulnerable")
def without_helper(rows: Records[Any], today: date) -> Records[Any]:
    """People who need help, and beside whom nobody stands by name."""
    there = Pairing.objects.known().standing_on(today).filter(vulnerable=OuterRef("fact"))
    return rows.standing_on(today).exclude(Exists(there))


@due(Vulnerable, _("has not agreed, or no longer"), by="day", form="safety.consent", field="vulnerable")
def without_consent(rows: Records[Any], today: date) -> Records[Any]:
    """People who need help, and whose consent is not there."""
    there = Consent.objects.known().standing_on(today).filter(vulnerable=OuterRef("fact"))
    return rows.standing_on(today).exclude(Exists(there))
