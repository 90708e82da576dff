"""Pages of outreach."""

from liangxing.records.views import urls_of

from .forms import CallForm, CampaignDayForm, CampaignForm, PledgeForm
from .models import Call, Campaign, CampaignDay, Pledge

urlpatterns = [
    *urls_of(Call, CallForm, columns=("code", "name", "threshold_cel", "day")),
    *urls_of(Pledge, PledgeForm, columns=("day", "household", "call"), filters=("call",)),
    *urls_of(Campaign, CampaignForm, columns=("name", "day", "until")),
    *urls_of(CampaignDay, CampaignDayForm, columns=("day", "campaign", "activity"), filters=("campaign",)),
]
