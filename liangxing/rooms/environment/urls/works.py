"""Pages of works, from their plan to what came after."""

from django.urls import path

from liangxing.records.views import urls_of

from .. import forms, models
from ..views import works

urlpatterns = [
    path("works/lines/", works.every, name="environment.lines.read"),
    path("works/line/<uuid:pk>/", works.of_plan, name="environment.line.read"),
    path("works/line/<uuid:pk>/picture/", works.aim, name="environment.aim.attach"),
    path("works/<uuid:pk>/line/", works.of_works, name="environment.accepted.read"),
    *urls_of(
        models.Works,
        forms.WorksForm,
        columns=("day", "name", "sort", "estate", "road", "cost_cny"),
        filters=("estate", "sort"),
    ),
    *urls_of(
        models.WorksPlan,
        forms.WorksPlanForm,
        columns=("code", "day", "name", "sort", "estate", "road", "budget_cny", "due_on"),
        filters=("sort", "estate"),
    ),
    *urls_of(models.WorksNeed, forms.WorksNeedForm, columns=("day", "plan", "problem", "activity")),
    *urls_of(
        models.WorksOpinion,
        forms.WorksOpinionForm,
        columns=("day", "plan", "stage", "asked", "content", "against"),
        filters=("stage",),
    ),
    *urls_of(
        models.WorksStep,
        forms.WorksStepForm,
        columns=("day", "plan", "state", "done_percent", "text"),
        filters=("state", "plan"),
    ),
    *urls_of(
        models.WorksPicture,
        forms.WorksPictureForm,
        columns=("day", "plan", "spot", "moment", "paired"),
        filters=("moment", "plan"),
    ),
    *urls_of(models.WorksComplaint, forms.WorksComplaintForm, columns=("day", "works", "problem", "in_warranty")),
]
