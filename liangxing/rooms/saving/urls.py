"""Pages of saving."""

from liangxing.records.views import urls_of

from .forms import CoolingRuleForm, SavingMeasureForm
from .models import CoolingRule, SavingMeasure

urlpatterns = [
    *urls_of(
        SavingMeasure,
        SavingMeasureForm,
        columns=("day", "household", "sort", "product", "amount_cny"),
        filters=("sort",),
    ),
    *urls_of(CoolingRule, CoolingRuleForm, columns=("place", "summer_cel", "day")),
]
