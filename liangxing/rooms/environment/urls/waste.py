"""Pages of waste."""

from django.urls import path

from liangxing.records.views import urls_of

from ..forms import (
    AppointmentForm,
    BinCheckForm,
    CollectionDayForm,
    CollectionPointForm,
    EmptyingForm,
    PlaceCheckForm,
    RecyclableSaleForm,
    SamplingForm,
    SortedBinForm,
    WeighSlipForm,
)
from ..models import (
    Appointment,
    BinCheck,
    CollectionDay,
    CollectionPoint,
    Emptying,
    PlaceCheck,
    RecyclableSale,
    Sampling,
    SortedBin,
    WeighSlip,
)
from ..views import appointments, sampling, waste

urlpatterns = [
    path("waste/", waste.waste, name="environment.waste.read"),
    path("waste/balance/", waste.balance, name="environment.waste.desk"),
    path("waste/what-goes-where/", waste.sorting, name="environment.sorting.read"),
    path("sampling/<uuid:pk>/sheet/", sampling.sheet, name="environment.sampling.desk"),
    path("sampling/<uuid:pk>/draw/", sampling.draw, name="environment.sampling.read"),
    path("collectionday/<uuid:pk>/round/", appointments.collection_round, name="environment.collectionday.desk"),
    *urls_of(
        CollectionPoint,
        CollectionPointForm,
        columns=("code", "name", "estate", "road", "day", "until"),
        filters=("estate",),
    ),
    *urls_of(
        SortedBin,
        SortedBinForm,
        columns=("code", "point", "road", "waste_class", "edition", "day", "until"),
        filters=("road", "waste_class", "edition"),
    ),
    *urls_of(
        Emptying, EmptyingForm, columns=("day", "bin", "point", "waste_class", "mass_kg"), filters=("waste_class",)
    ),
    *urls_of(
        WeighSlip, WeighSlipForm, columns=("day", "code", "waste_class", "mass_kg", "vehicle"), filters=("waste_class",)
    ),
    *urls_of(
        RecyclableSale,
        RecyclableSaleForm,
        columns=("day", "code", "material", "mass_kg", "amount_cny", "buyer", "spent_on"),
        filters=("buyer",),
    ),
    *urls_of(CollectionDay, CollectionDayForm, columns=("day", "code", "sort", "place", "slots"), filters=("sort",)),
    *urls_of(
        Appointment,
        AppointmentForm,
        columns=("day", "collection_day", "household", "item", "state", "mass_kg"),
        filters=("state",),
    ),
    *urls_of(Sampling, SamplingForm, columns=("day", "code", "about", "size", "listed", "seed"), filters=("about",)),
    *urls_of(
        BinCheck, BinCheckForm, columns=("day", "sampling", "bin", "result", "foreign_percent"), filters=("result",)
    ),
    *urls_of(PlaceCheck, PlaceCheckForm, columns=("day", "sampling", "clearance", "result"), filters=("result",)),
]
