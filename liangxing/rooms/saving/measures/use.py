"""Figures of saving: what was put in, and what meters measured. What was saved by it is another question."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from liangxing.measures.folds import Amount, Different, Least
from liangxing.measures.measure import Flow, Ratio, Stock

from ..models import CoolingRule, Meter, MonthlyUse, Reading, SavingMeasure
from ..models.meters import Carrier, Serves

if TYPE_CHECKING:
    from django.utils.functional import _StrOrPromise

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
METERS = Stock(
    key="saving.meters",
    unit="{meter}",
    title=_("Meters"),
    says=_("Meters of electricity, water, gas and heat that are there."),
    of=Meter,
)
METERED = Stock(
    key="saving.metered_households",
    unit="{household}",
    title=_("Metered households"),
    says=_("Different households of which at least one meter is known."),
    of=Meter,
    where=Q(serves=Serves.HOUSEHOLD),
    fold=Different("household"),
)
METERED_SHARE = Ratio(
    key="saving.metered_share",
    unit="1",
    title=_("Share of households that are metered"),
    says=_("Households with a known meter for each household."),
    part="saving.metered_households",
    whole="register.households",
)
READINGS = Flow(
    key="saving.readings",
    unit="{reading}",
    title=_("Meter readings"),
    says=_("Readings of meters, estimates, swaps and resets among them."),
    of=Reading,
)
MEASURED = Flow(
    key="saving.measured_meters",
    unit="{meter}",
    title=_("Meters with derived use"),
    says=_("Different meters of which readings or bills told something of the period's months."),
    of=MonthlyUse,
    fold=Different("meter"),
)
DOUBTED = Flow(
    key="saving.doubted_meters",
    unit="{meter}",
    title=_("Meters in doubt"),
    says=_("Different meters of which a month of the period is in doubt: a register that falls, a swap half told."),
    of=MonthlyUse,
    where=Q(doubted=True),
    fold=Different("meter"),
)
DOUBTED_SHARE = Ratio(
    key="saving.doubted_share",
    unit="1",
    title=_("Share of meters in doubt"),
    says=_("Meters with a month in doubt for each meter with derived use."),
    part="saving.doubted_meters",
    whole="saving.measured_meters",
)


def _use(key: str, title: _StrOrPromise, says: _StrOrPromise, sort: str, serves: str, column: str) -> Flow:
    """The use of one carrier by those whom its meters serve, of the months that have ended."""
    unit = {"kwh": "kW.h", "m3": "m3", "gj": "GJ"}[column.partition("_")[2]]
    where = Q(sort=sort, serves=serves)
    return Flow(key=key, unit=unit, title=title, says=says, of=MonthlyUse, where=where, fold=Amount(column))


PUBLIC_ELECTRICITY = _use(
    "saving.public_electricity",
    _("Electricity of public areas"),
    _("Electricity that the meters of public areas measured, estimated parts among it."),
    Carrier.ELECTRICITY,
    Serves.PUBLIC,
    "used_kwh",
)
PUBLIC_ELECTRICITY_ESTIMATED = _use(
    "saving.public_electricity_estimated",
    _("Electricity of public areas, the estimated part"),
    _("Of the electricity of public areas, what is shared out over months or rests on an estimate."),
    Carrier.ELECTRICITY,
    Serves.PUBLIC,
    "estimated_kwh",
)
PUBLIC_WATER = _use(
    "saving.public_water",
    _("Water of public areas"),
    _("Water that the meters of public areas measured, estimated parts among it."),
    Carrier.WATER,
    Serves.PUBLIC,
    "used_m3",
)
PUBLIC_WATER_ESTIMATED = _use(
    "saving.public_water_estimated",
    _("Water of public areas, the estimated part"),
    _("Of the water of public areas, what is shared out over months or rests on an estimate."),
    Carrier.WATER,
    Serves.PUBLIC,
    "estimated_m3",
)
PUBLIC_GAS = _use(
    "saving.public_gas",
    _("Gas of public areas"),
    _("Gas that the meters of public areas measured, estimated parts among it."),
    Carrier.GAS,
    Serves.PUBLIC,
    "used_m3",
)
PUBLIC_HEAT = _use(
    "saving.public_heat",
    _("Heat of public areas"),
    _("Heat that the meters of public areas measured, estimated parts among it."),
    Carrier.HEAT,
    Serves.PUBLIC,
    "used_gj",
)
