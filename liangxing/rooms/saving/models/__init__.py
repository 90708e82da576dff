"""What was done to use less, and what meters show."""

from .meters import Meter, MonthlyUse, Reading, Usage
from .taken import CoolingRule, SavingMeasure

__all__ = ["CoolingRule", "Meter", "MonthlyUse", "Reading", "SavingMeasure", "Usage"]
