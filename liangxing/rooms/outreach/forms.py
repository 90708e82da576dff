"""Forms of outreach."""

from liangxing.records.forms import form_of

from .models import Call, Campaign, CampaignDay, Pledge

CallForm = form_of(Call, "code name threshold_cel day until note")
PledgeForm = form_of(Pledge, "household call day note", same="call")
CampaignForm = form_of(Campaign, "code name day until note")
CampaignDayForm = form_of(CampaignDay, "campaign activity day note", same="campaign")
