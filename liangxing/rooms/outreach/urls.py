"""Pages of outreach."""

from django.urls import path

from liangxing.records.views import urls_of

from . import views
from .forms import CallForm, CampaignDayForm, CampaignForm, PledgeAnswerForm, PledgeForm, PledgeSampleForm
from .models import Call, Campaign, CampaignDay, Pledge, PledgeAnswer, PledgeSample

urlpatterns = [
    path("pledgesample/<uuid:pk>/kept/", views.sample, name="outreach.pledgesample.read"),
    path("pledgesample/<uuid:pk>/lots.txt", views.lots, name="outreach.lots.read"),
    path("pledgesample/<uuid:pk>/answers/", views.answers, name="outreach.pledgesample.answer"),
    *urls_of(Call, CallForm, columns=("code", "name", "threshold_cel", "day")),
    *urls_of(Pledge, PledgeForm, columns=("day", "household", "call"), filters=("call",)),
    *urls_of(PledgeSample, PledgeSampleForm, columns=("code", "call", "day", "size", "seed"), filters=("call",)),
    *urls_of(
        PledgeAnswer,
        PledgeAnswerForm,
        columns=("day", "sample", "household", "answer"),
        filters=("sample", "answer"),
    ),
    *urls_of(Campaign, CampaignForm, columns=("name", "day", "until")),
    *urls_of(CampaignDay, CampaignDayForm, columns=("day", "campaign", "activity"), filters=("campaign",)),
]
