"""Pages of the register."""

from liangxing.records.views import urls_of

from .forms import (
    BuildingForm,
    CardForm,
    EntranceForm,
    EstateForm,
    FlatForm,
    HouseholdForm,
    OrganisationForm,
    PlaceForm,
    PostForm,
    ProfileForm,
    ResidentForm,
    ResidentsGroupForm,
)
from .models import (
    Building,
    Card,
    Entrance,
    Estate,
    Flat,
    Household,
    Organisation,
    Place,
    Post,
    Profile,
    Resident,
    ResidentsGroup,
)

urlpatterns = [
    *urls_of(Profile, ProfileForm, columns=("name", "subdistrict", "address", "area_km2", "day")),
    *urls_of(Estate, EstateForm, columns=("name", "residential", "day"), filters=("residential",)),
    *urls_of(Building, BuildingForm, columns=("code", "estate", "use", "storeys", "day"), filters=("use",)),
    *urls_of(Entrance, EntranceForm, columns=("code", "building", "day")),
    *urls_of(Flat, FlatForm, columns=("code", "entrance", "storey", "area_m2", "day")),
    *urls_of(ResidentsGroup, ResidentsGroupForm, columns=("code", "name", "day")),
    *urls_of(Household, HouseholdForm, columns=("code", "building", "group", "day")),
    *urls_of(Resident, ResidentForm, columns=("code", "name", "sex", "born_on", "household"), filters=("sex",)),
    *urls_of(Card, CardForm, columns=("household", "day", "until")),
    *urls_of(Organisation, OrganisationForm, columns=("name", "sort", "building", "day"), filters=("sort",)),
    *urls_of(Place, PlaceForm, columns=("name", "sort", "day"), filters=("sort",)),
    *urls_of(Post, PostForm, columns=("role", "name", "building", "organisation", "day", "until"), filters=("role",)),
]
