"""Figures of waste: where it is sorted, how much of it by class, how well, and what it brought in."""

from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from liangxing.measures.folds import Amount, Different, Total
from liangxing.measures.measure import Flow, Ratio, Stock

from ..models import (
    Appointment,
    BinCheck,
    CollectionPoint,
    Emptying,
    RecyclableSale,
    SortedBin,
    WeighSlip,
)
from ..models.sampling import Result

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
POINTS = Stock(
    key="environment.collection_points",
    unit="{place}",
    title=_("Collection points"),
    says=_("Places where households bring sorted waste."),
    of=CollectionPoint,
)
ESTATES_SORTING = Stock(
    key="environment.estates_sorting",
    unit="{estate}",
    title=_("Estates with a collection point"),
    says=_("Different estates that have a collection point for sorted waste."),
    of=CollectionPoint,
    fold=Different("estate"),
)
ESTATES_COVERED = Ratio(
    key="environment.estates_sorting_share",
    unit="1",
    title=_("Share of estates with a collection point"),
    says=_("Of the estates on record, those that have a collection point for sorted waste."),
    part="environment.estates_sorting",
    whole="register.estates",
)
WASTE = Flow(
    key="environment.waste_mass",
    unit="kg",
    title=_("Waste weighed on the weighbridge"),
    says=_("Net mass of every weighbridge slip; a load that nobody weighed is not in it."),
    of=WeighSlip,
    fold=Total("mass_kg"),
)
RECYCLABLE = Flow(
    key="environment.recyclable_mass",
    unit="kg",
    title=_("Recyclables weighed"),
    says=_("Net mass of the slips of recyclables."),
    of=WeighSlip,
    where=Q(waste_class="recyclable"),
    fold=Total("mass_kg"),
)
KITCHEN = Flow(
    key="environment.kitchen_mass",
    unit="kg",
    title=_("Kitchen waste weighed"),
    says=_("Net mass of the slips of kitchen waste, or of compostable waste as the edition of 2008 called it."),
    of=WeighSlip,
    where=Q(waste_class__in=["kitchen", "compostable"]),
    fold=Total("mass_kg"),
)
HAZARDOUS = Flow(
    key="environment.hazardous_mass",
    unit="kg",
    title=_("Hazardous waste weighed"),
    says=_("Net mass of the slips of hazardous waste."),
    of=WeighSlip,
    where=Q(waste_class="hazardous"),
    fold=Total("mass_kg"),
)
RESIDUAL = Flow(
    key="environment.residual_mass",
    unit="kg",
    title=_("Residual waste weighed"),
    says=_("Net mass of the slips of residual waste, or of combustible waste as the edition of 2008 called it."),
    of=WeighSlip,
    where=Q(waste_class__in=["residual", "combustible"]),
    fold=Total("mass_kg"),
)
CLASSED = Flow(
    key="environment.classed_mass",
    unit="kg",
    title=_("Waste weighed of a known class"),
    says=_("Net mass of the slips that say of which class the load was."),
    of=WeighSlip,
    where=Q(
        waste_class__in=["recyclable", "kitchen", "compostable", "hazardous", "residual", "combustible", "bulky"],
    ),
    fold=Total("mass_kg"),
)
RECYCLED = Ratio(
    key="environment.recycled_share",
    unit="1",
    title=_("Share of waste recycled"),
    says=_("Recyclables out of all waste whose slips say of which class it was, by mass; kitchen waste is not in it."),
    part="environment.recyclable_mass",
    whole="environment.classed_mass",
)
BIN_MASS = Flow(
    key="environment.bin_mass",
    unit="kg",
    title=_("Waste weighed at bins"),
    says=_("Mass that the rounds weighed at bins and collection points: it need not be what the weighbridge says."),
    of=Emptying,
    fold=Total("mass_kg"),
)
BINS_CHECKED = Flow(
    key="environment.bins_checked",
    unit="{bin}",
    title=_("Bins looked into"),
    says=_("Bins drawn by lot into which somebody looked."),
    of=BinCheck,
    where=Q(result__in=[Result.GOOD, Result.BAD]),
)
BINS_BAD = Flow(
    key="environment.bins_contaminated",
    unit="{bin}",
    title=_("Bins sorted badly"),
    says=_("Bins drawn by lot in which lay what does not belong there."),
    of=BinCheck,
    where=Q(result=Result.BAD),
)
CONTAMINATION = Ratio(
    key="environment.contamination_share",
    unit="1",
    title=_("Share of bins sorted badly"),
    says=_("Of the bins drawn by lot and looked into, those in which lay what does not belong there."),
    part="environment.bins_contaminated",
    whole="environment.bins_checked",
)
SOLD = Flow(
    key="environment.recyclables_sold_mass",
    unit="kg",
    title=_("Recyclables sold"),
    says=_("Mass of the recyclables that were sold."),
    of=RecyclableSale,
    fold=Total("mass_kg"),
)
PROCEEDS = Flow(
    key="environment.recyclables_proceeds",
    unit="[CNY]",
    title=_("Proceeds of recyclables"),
    says=_("Yuan that recyclables brought in."),
    of=RecyclableSale,
    fold=Total("amount_cny"),
)
FETCHED = Flow(
    key="environment.appointments_done",
    unit="{appointment}",
    title=_("Appointments kept"),
    says=_("Appointments for bulky, hazardous and other waste that was fetched."),
    of=Appointment,
    where=Q(state=Appointment.State.DONE),
)
FETCHED_MASS = Flow(
    key="environment.appointments_mass",
    unit="kg",
    title=_("Fetched by appointment"),
    says=_("Mass of what was fetched by appointment, as far as it was weighed."),
    of=Appointment,
    where=Q(state=Appointment.State.DONE),
    fold=Amount("mass_kg"),
)
