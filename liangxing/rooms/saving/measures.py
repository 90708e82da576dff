"""Figures of saving. What was saved is measured against a baseline elsewhere; here is what was put in."""

from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from liangxing.measures.folds import Different, Least
from liangxing.measures.measure import Ratio, Stock

from .models import CoolingRule, SavingMeasure

HOUSEHOLDS = Stock(
    key="saving.households_with_measures",
    unit="{household}",
    title=_("Households with a saving measure"),
    says=_("Different households that put in something to use less."),
    of=SavingMeasure,
    fold=Different("household"),
)
SHARE = Ratio(
    key="saving.share",
    unit="1",
    title=_("Share of households with a saving measure"),
    says=_("Households with a saving measure for each household."),
    part="saving.households_with_measures",
    whole="register.households",
)
APPLIANCES = Stock(
    key="saving.households_with_appliances",
    unit="{household}",
    title=_("Households with saving appliances"),
    says=_("Different households with an energy-saving appliance."),
    of=SavingMeasure,
    where=Q(sort=SavingMeasure.Sort.APPLIANCE),
    fold=Different("household"),
)
LAMPS = Stock(
    key="saving.households_with_lamps",
    unit="{household}",
    title=_("Households with saving lamps"),
    says=_("Different households with energy-saving lamps."),
    of=SavingMeasure,
    where=Q(sort=SavingMeasure.Sort.LAMP),
    fold=Different("household"),
)
STOVES = Stock(
    key="saving.households_with_stoves",
    unit="{household}",
    title=_("Households with saving stoves"),
    says=_("Different households with an energy-saving stove."),
    of=SavingMeasure,
    where=Q(sort=SavingMeasure.Sort.STOVE),
    fold=Different("household"),
)
CLEAN = Stock(
    key="saving.households_with_clean_energy",
    unit="{household}",
    title=_("Households with clean energy"),
    says=_("Different households that use clean energy."),
    of=SavingMeasure,
    where=Q(sort=SavingMeasure.Sort.CLEAN),
    fold=Different("household"),
)
INSULATED = Stock(
    key="saving.households_with_insulation",
    unit="{household}",
    title=_("Households with insulating material"),
    says=_("Different households that built with insulating, environment-friendly material."),
    of=SavingMeasure,
    where=Q(sort=SavingMeasure.Sort.INSULATION),
    fold=Different("household"),
)
PUBLIC_COOLING = Stock(
    key="saving.public_rooms_summer",
    unit="Cel",
    title=_("Summer setting of public rooms"),
    says=_("The lowest temperature to which any public room is cooled in summer."),
    of=CoolingRule,
    fold=Least("summer_cel"),
)
