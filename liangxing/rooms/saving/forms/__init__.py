"""Forms of saving, a file for each of its parts."""

from .meters import MeterForm, ReadingForm, UsageForm
from .taken import CoolingRuleForm, SavingMeasureForm

__all__ = ["CoolingRuleForm", "MeterForm", "ReadingForm", "SavingMeasureForm", "UsageForm"]
