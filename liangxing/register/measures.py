"""Figures of the register."""

from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from liangxing.measures.folds import Total
from liangxing.measures.measure import Ratio, Stock

from .models import Building, Estate, Household, Organisation, Post, Profile, Resident, ResidentsGroup

AREA = Stock(
    key="register.area",
    unit="km2",
    title=_("Area"),
    says=_("Area of the community."),
    of=Profile,
    fold=Total("area_km2"),
)
ESTATES = Stock(
    key="register.estates",
    unit="{estate}",
    title=_("Residential estates"),
    says=_("Estates in which people live and nothing else is but their shops."),
    of=Estate,
    where=Q(residential=True),
)
BUILDINGS = Stock(
    key="register.buildings",
    unit="{building}",
    title=_("Buildings"),
    says=_("Buildings in the community."),
    of=Building,
)
HOUSEHOLDS = Stock(
    key="register.households",
    unit="{household}",
    title=_("Households"),
    says=_("Households that live in the community."),
    of=Household,
)
RESIDENTS = Stock(
    key="register.residents",
    unit="{person}",
    title=_("Residents"),
    says=_("People who live in the community, each counted once."),
    of=Resident,
)
HOUSEHOLD_SIZE = Ratio(
    key="register.household_size",
    unit="{person}",
    title=_("People per household"),
    says=_("Residents for each household."),
    part="register.residents",
    whole="register.households",
)
GROUPS = Stock(
    key="register.residents_groups",
    unit="{group}",
    title=_("Residents' groups"),
    says=_("Groups of households with an elected leader."),
    of=ResidentsGroup,
)
RESIDENT_UNITS = Stock(
    key="register.organisations_resident",
    unit="{organisation}",
    title=_("Resident units"),
    says=_(
        "Enterprises and public institutions that have their seat in the community, without those in office buildings."
    ),
    of=Organisation,
    where=Q(sort=Organisation.Sort.RESIDENT),
)
ENTERPRISES = Stock(
    key="register.enterprises",
    unit="{enterprise}",
    title=_("Enterprises in buildings"),
    says=_("Enterprises in the office buildings of the community."),
    of=Organisation,
    where=Q(sort=Organisation.Sort.ENTERPRISE),
)
WORKERS = Stock(
    key="register.community_workers",
    unit="{person}",
    title=_("Community workers"),
    says=_("People who hold a post as community worker."),
    of=Post,
    where=Q(role="worker"),
)
BUILDING_HEADS = Stock(
    key="register.building_heads",
    unit="{person}",
    title=_("Building heads"),
    says=_("Volunteers who speak for a building."),
    of=Post,
    where=Q(role="building_head"),
)
