"""Forms of the weather, and of the campaign from whose day savings are counted."""

from liangxing.records.forms import form_of

from ..models import SavingCampaign, WeatherDay

WeatherDayForm = form_of(WeatherDay, "station day mean_cel source note", same="station source")
SavingCampaignForm = form_of(SavingCampaign, "code name day until note")
