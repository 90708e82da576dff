"""Figures of the environment."""

from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from liangxing.measures.folds import Different, Total
from liangxing.measures.measure import Ended, Flow, Stock

from .models import Clearance, ParkingPlaces, Problem, SortedBin, Works

BINS = Stock(
    key="environment.sorted_bins",
    unit="{bin}",
    title=_("Sorted bins"),
    says=_("Bins for sorted waste that are in place."),
    of=SortedBin,
)
BINS_2019 = Stock(
    key="environment.bins_2019",
    unit="{bin}",
    title=_("Bins of the 2019 standard"),
    says=_("Bins marked by the edition of 2019 of the marking standard."),
    of=SortedBin,
    where=Q(edition=SortedBin.Edition.OF_2019),
)
PARKING = Stock(
    key="environment.parking_added",
    unit="{parking}",
    title=_("Parking places added"),
    says=_("Parking places that were added and are there."),
    of=ParkingPlaces,
    fold=Total("places"),
)
WORKS = Flow(
    key="environment.works",
    unit="{works}",
    title=_("Works"),
    says=_("Works that were carried out and accepted."),
    of=Works,
)
ESTATE_WORKS = Flow(
    key="environment.estate_works",
    unit="{works}",
    title=_("Works in estates"),
    says=_("Works on greening, ditches, railings and sewers of estates."),
    of=Works,
    where=Q(sort__in=["greening", "ditch", "railing", "sewer"]),
)
PAVEMENTS = Flow(
    key="environment.pavements_relaid",
    unit="{road}",
    title=_("Pavements relaid"),
    says=_("Different roads whose pavement was relaid."),
    of=Works,
    where=Q(sort="pavement"),
    fold=Different("road"),
)
SIGNS = Flow(
    key="environment.shop_signs_unified",
    unit="{road}",
    title=_("Shop signs unified"),
    says=_("Different roads whose shop signs were made alike."),
    of=Works,
    where=Q(sort="signs"),
    fold=Different("road"),
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
PROBLEMS = Flow(
    key="environment.problems_reported",
    unit="{problem}",
    title=_("Problems reported"),
    says=_("Problems that were reported: in the hall, at the desk or by telephone."),
    of=Problem,
)
SETTLED = Ended(
    key="environment.problems_settled",
    unit="{problem}",
    title=_("Problems settled"),
    says=_("Problems of which a household confirmed that they are settled."),
    of=Problem,
)
OPEN_PROBLEMS = Stock(
    key="environment.problems_open",
    unit="{problem}",
    title=_("Open problems"),
    says=_("Problems that were reported and not confirmed as settled."),
    of=Problem,
)
