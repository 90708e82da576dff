"""Pages of saving."""

from django.urls import path

from liangxing.records.views import urls_of

from . import views
from .forms import CoolingRuleForm, SavingMeasureForm
from .models import CoolingRule, SavingMeasure

urlpatterns = [
    path("map/", views.saving_map, name="saving.map.read"),
    *urls_of(
        SavingMeasure,
        SavingMeasureForm,
        columns=("day", "household", "sort", "product", "amount_cny"),
        filters=("sort",),
    ),
    *urls_of(CoolingRule, CoolingRuleForm, columns=("place", "summer_cel", "day")),
]
