"""Pages of saving."""

from django.urls import path

from liangxing.records.views import urls_of

from . import views
from .forms import (
    CoolingRuleForm,
    MeterForm,
    ReadingForm,
    SavingCampaignForm,
    SavingMeasureForm,
    UsageForm,
    WeatherDayForm,
)
from .models import CoolingRule, Meter, Reading, SavingCampaign, SavingMeasure, Usage, WeatherDay

urlpatterns = [
    path("map/", views.saving_map, name="saving.map.read"),
    path("kinds/", views.kinds, name="saving.kinds.read"),
    path("prices/", views.prices, name="saving.prices.read"),
    path("use/", views.use, name="saving.meter.desk"),
    path("proofs/", views.proofs, name="saving.proofs.desk"),
    path("proofs/<uuid:fact>/", views.proof, name="saving.proof.desk"),
    *urls_of(
        SavingMeasure,
        SavingMeasureForm,
        columns=("day", "household", "sort", "product", "amount_cny"),
        filters=("sort",),
    ),
    *urls_of(WeatherDay, WeatherDayForm, columns=("day", "station", "mean_cel", "source"), filters=("station",)),
    *urls_of(SavingCampaign, SavingCampaignForm, columns=("code", "name", "day", "until")),
    *urls_of(CoolingRule, CoolingRuleForm, columns=("place", "summer_cel", "day")),
    *urls_of(
        Meter,
        MeterForm,
        columns=("code", "sort", "serves", "household", "building", "place", "unit", "day", "until"),
        filters=("sort", "serves"),
    ),
    *urls_of(Reading, ReadingForm, columns=("day", "meter", "sort", "reading", "start_reading"), filters=("sort",)),
    *urls_of(Usage, UsageForm, columns=("day", "until", "meter", "used", "amount_cny", "source"), filters=("source",)),
]
