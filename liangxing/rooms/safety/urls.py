"""Pages of safety."""

from django.urls import path

from liangxing.records.views import urls_of

from . import forms, models
from .views import evacuation, ways

urlpatterns = [
    *urls_of(
        models.Hazard,
        forms.HazardForm,
        columns=("code", "sort", "level", "place", "assigned", "settle_by", "day", "until"),
        filters=("level",),
    ),
    *urls_of(models.Resource, forms.ResourceForm, columns=("name", "sort", "pieces", "worth_cny", "until")),
    *urls_of(models.Team, forms.TeamForm, columns=("name", "sort", "people", "skills", "day")),
    *urls_of(models.Shelter, forms.ShelterForm, columns=("name", "sort", "place", "area_m2", "capacity", "day")),
    *urls_of(models.Plan, forms.PlanForm, columns=("name", "sort", "day", "until"), filters=("sort",)),
    *urls_of(models.RiskAssessment, forms.RiskAssessmentForm, columns=("day", "code", "residents", "next_on")),
    *urls_of(models.Fund, forms.FundForm, columns=("day", "code", "amount_cny")),
    *urls_of(models.Vulnerable, forms.VulnerableForm, columns=("code", "household", "need", "helper", "card", "day")),
    *urls_of(models.Incident, forms.IncidentForm, columns=("day", "code", "larger")),
    *urls_of(models.Survey, forms.SurveyForm, columns=("day", "code", "asked", "satisfied")),
    *urls_of(models.GridDuty, forms.GridDutyForm, columns=("building", "post", "day", "until")),
    *urls_of(models.HazardStep, forms.HazardStepForm, columns=("day", "hazard", "step", "post"), filters=("step",)),
    *urls_of(models.Inspection, forms.InspectionForm, columns=("day", "code", "sort", "spots", "found")),
    *urls_of(models.StockTake, forms.StockTakeForm, columns=("day", "resource", "expected", "counted", "explained")),
    *urls_of(models.Training, forms.TrainingForm, columns=("day", "team", "skill", "people", "again_by")),
    *urls_of(models.PlanVersion, forms.PlanVersionForm, columns=("day", "plan", "version", "changed")),
    *urls_of(models.Agreement, forms.AgreementForm, columns=("name", "sort", "gives", "day", "until")),
    *urls_of(models.Insurance, forms.InsuranceForm, columns=("name", "insurer", "households", "day", "until")),
    *urls_of(models.YearlyReport, forms.YearlyReportForm, columns=("day", "code", "receiver")),
    *urls_of(models.Quiz, forms.QuizForm, columns=("day", "activity", "people", "answers", "right")),
    *urls_of(models.Consent, forms.ConsentForm, columns=("vulnerable", "given_by", "day", "until")),
    *urls_of(models.Pairing, forms.PairingForm, columns=("vulnerable", "helper", "day", "until")),
    path("evacuation/", evacuation.evacuation, name="safety.evacuation.desk"),
    path("evacuation/<uuid:plan>/certificate.json", evacuation.certificate, name="safety.certificate.desk"),
    path("evacuation/<uuid:plan>/film/", evacuation.film, name="safety.film.desk"),
    path("evacuation/<uuid:plan>/what-if/", evacuation.what_if, name="safety.closures.desk"),
    path("evacuation/<uuid:plan>/cards/", evacuation.cards, name="safety.evacuation.print"),
    path("evacuation/<uuid:plan>/again/", ways.again, name="safety.again.desk"),
    path("evacuation/verify.py", evacuation.verifier, name="safety.verifier.read"),
    path("ways/", ways.ways, name="safety.ways.desk"),
    path("ways/network.geojson", ways.geojson, name="safety.ways.read"),
    path("ways/import/", ways.bring, name="safety.ways.import"),
    *urls_of(models.Spot, forms.SpotForm, columns=("code", "name", "building", "shelter", "day")),
    *urls_of(
        models.Way,
        forms.WayForm,
        columns=("code", "name", "sort", "start", "finish", "length_m", "width_m", "measured", "night_locked"),
        filters=("sort", "measured", "night_locked"),
    ),
    *urls_of(models.Closure, forms.ClosureForm, columns=("way", "cause", "closes_min", "day", "until")),
    *urls_of(models.Presence, forms.PresenceForm, columns=("time", "building", "share_percent", "people", "source")),
    *urls_of(
        models.EvacuationPlan,
        forms.EvacuationPlanForm,
        columns=("day", "time", "cause", "people", "least_s", "planned_s", "nearest_s", "until"),
    ),
    *urls_of(models.Emergency, forms.EmergencyForm, columns=("name", "exercise", "day", "until")),
    *urls_of(models.CheckIn, forms.CheckInForm, columns=("household", "emergency", "state", "day"), filters=("state",)),
    *urls_of(models.Trust, forms.TrustForm, columns=("household", "name", "day", "until")),
    *urls_of(models.Asking, forms.AskingForm, columns=("day", "about", "emergency", "outcome"), filters=("outcome",)),
    *urls_of(models.Drill, forms.DrillForm, columns=("day", "activity", "building", "took_part", "duration_s")),
    *urls_of(models.DrillPlan, forms.DrillPlanForm, columns=("day", "title", "scenario", "activity")),
    *urls_of(models.DrillPart, forms.DrillPartForm, columns=("plan", "building", "shelter", "invited")),
    *urls_of(models.DrillTime, forms.DrillTimeForm, columns=("plan", "building", "moment", "at"), filters=("moment",)),
    *urls_of(models.DrillNote, forms.DrillNoteForm, columns=("day", "plan", "building", "sort", "text", "hazard")),
    *urls_of(models.DrillResult, forms.DrillResultForm, columns=("plan", "building", "arrived_s", "least_s", "ratio")),
]
