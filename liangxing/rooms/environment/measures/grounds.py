"""Figures of the grounds: parking, green, fire lanes, noise, and whether what was cleared stays clean."""

from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from liangxing.measures.folds import Amount, Total
from liangxing.measures.measure import Ended, Flow, Ratio, Stock

from ..models import (
    BlockedLane,
    ChargingPlaces,
    Clearance,
    GreenArea,
    NoiseComplaint,
    NoiseStep,
    ParkingPlaces,
    PlaceCheck,
    TreeCount,
)
from ..models.sampling import Result

PARKING = Stock(
    key="environment.parking_added",
    unit="{parking}",
    title=_("Parking places added"),
    says=_("Parking places that were added and are there."),
    of=ParkingPlaces,
    fold=Total("places"),
)
CHARGING = Stock(
    key="environment.charging_places",
    unit="{charging}",
    title=_("Charging places"),
    says=_("Places where electric bicycles and cars are charged."),
    of=ChargingPlaces,
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
CLEARED_AREA = Flow(
    key="environment.cleared_area",
    unit="m2",
    title=_("Ground cleared"),
    says=_("Ground from which litter was cleared away, as far as its area was told; cleared twice counts twice."),
    of=Clearance,
    fold=Amount("area_m2"),
)
PLACES_CHECKED = Flow(
    key="environment.places_checked",
    unit="{place}",
    title=_("Cleared places looked at again"),
    says=_("Cleared places drawn by lot that somebody looked at again."),
    of=PlaceCheck,
    where=Q(result__in=[Result.GOOD, Result.BAD]),
)
PLACES_CLEAN = Flow(
    key="environment.places_still_clean",
    unit="{place}",
    title=_("Places that stayed clean"),
    says=_("Cleared places drawn by lot that were clean still."),
    of=PlaceCheck,
    where=Q(result=Result.GOOD),
)
STAYS_CLEAN = Ratio(
    key="environment.stays_clean_share",
    unit="1",
    title=_("Share of places that stay clean"),
    says=_("Of the cleared places drawn by lot and looked at again, those that were clean still."),
    part="environment.places_still_clean",
    whole="environment.places_checked",
)
GREEN = Stock(
    key="environment.green_area",
    unit="m2",
    title=_("Green space"),
    says=_("Area of the green space on record."),
    of=GreenArea,
    fold=Total("area_m2"),
)
GREEN_EACH = Ratio(
    key="environment.green_area_per_resident",
    unit="m2",
    title=_("Green space for each resident"),
    says=_("Green space on record, shared out among the residents on record."),
    part="environment.green_area",
    whole="register.residents",
)
TREES = Flow(
    key="environment.trees_counted",
    unit="{tree}",
    title=_("Trees counted"),
    says=_("Trees that ought to stand where they were counted in the period; counted twice counts twice."),
    of=TreeCount,
    fold=Total("trees"),
)
TREES_ALIVE = Flow(
    key="environment.trees_alive",
    unit="{tree}",
    title=_("Trees alive"),
    says=_("Trees that were counted in the period and were alive."),
    of=TreeCount,
    fold=Total("alive"),
)
TREE_SURVIVAL = Ratio(
    key="environment.tree_survival",
    unit="1",
    title=_("Share of trees alive"),
    says=_("Of the trees counted in the period, those that were alive."),
    part="environment.trees_alive",
    whole="environment.trees_counted",
)
LANES_FOUND = Flow(
    key="environment.lanes_found_blocked",
    unit="{place}",
    title=_("Fire lanes found blocked"),
    says=_("Times that a fire lane was found blocked."),
    of=BlockedLane,
)
LANES_CLEARED = Ended(
    key="environment.lanes_cleared",
    unit="{place}",
    title=_("Fire lanes cleared"),
    says=_("Blocked fire lanes that were cleared in the period."),
    of=BlockedLane,
)
LANES_BLOCKED = Stock(
    key="environment.lanes_blocked",
    unit="{place}",
    title=_("Fire lanes blocked now"),
    says=_("Fire lanes that were found blocked and are not cleared yet."),
    of=BlockedLane,
)
NOISE = Flow(
    key="environment.noise_complaints",
    unit="{complaint}",
    title=_("Noise complaints"),
    says=_("Complaints about noise."),
    of=NoiseComplaint,
)
NOISE_SETTLED = Ended(
    key="environment.noise_settled",
    unit="{complaint}",
    title=_("Noise complaints settled"),
    says=_("Complaints about noise that were settled in the period, whenever they were made."),
    of=NoiseComplaint,
)
NOISE_OPEN = Stock(
    key="environment.noise_open",
    unit="{complaint}",
    title=_("Noise complaints open"),
    says=_("Complaints about noise that are not settled yet."),
    of=NoiseComplaint,
)
NOISE_DISSUADED = Flow(
    key="environment.noise_dissuaded",
    unit="{complaint}",
    title=_("Noise makers dissuaded or brought together"),
    says=_("Times that the committee dissuaded or mediated because of noise."),
    of=NoiseStep,
    where=Q(step__in=[NoiseStep.Step.DISSUADE, NoiseStep.Step.MEDIATE]),
)
