"""What was done to use less, and what meters show."""

from .meters import Meter, MonthlyUse, Reading, Usage
from .saved import Fitted, SavedUse, SavingCampaign, WeatherDay
from .taken import CoolingRule, SavingMeasure

__all__ = [
    "CoolingRule",
    "Fitted",
    "Meter",
    "MonthlyUse",
    "Reading",
    "SavedUse",
    "SavingCampaign",
    "SavingMeasure",
    "Usage",
    "WeatherDay",
]
