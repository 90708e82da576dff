"""Figures of the grounds."""

from django.utils.translation import gettext_lazy as _

from liangxing.measures.folds import Total
from liangxing.measures.measure import Flow, Stock

from ..models import Clearance, ParkingPlaces

PARKING = Stock(
    key="environment.parking_added",
    unit="{parking}",
    title=_("Parking places added"),
    says=_("Parking places that were added and are there."),
    of=ParkingPlaces,
    fold=Total("places"),
)
CLEARANCES = Flow(
    key="environment.clearances",
    unit="{activity}",
    title=_("Clearances of litter"),
    says=_("Times that plastic litter was cleared away."),
    of=Clearance,
)
CLEARED = Flow(
    key="environment.cleared_mass",
    unit="kg",
    title=_("Litter cleared"),
    says=_("Litter cleared away, as far as it was weighed."),
    of=Clearance,
    fold=Total("mass_kg"),
)
