"""Forms of saving, a file for each of its parts."""

from .meters import MeterForm, ReadingForm, UsageForm
from .saved import SavingCampaignForm, WeatherDayForm
from .taken import CoolingRuleForm, SavingMeasureForm

__all__ = [
    "CoolingRuleForm",
    "MeterForm",
    "ReadingForm",
    "SavingCampaignForm",
    "SavingMeasureForm",
    "UsageForm",
    "WeatherDayForm",
]
