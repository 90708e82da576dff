"""Forms of what was put in, and of rules in public rooms."""

from liangxing.records.forms import form_of

from ..models import CoolingRule, SavingMeasure

SavingMeasureForm = form_of(SavingMeasure, "household sort product amount_cny day until note")
CoolingRuleForm = form_of(CoolingRule, "place summer_cel day until note")
