"""Pages of the register."""

from django.urls import path

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
from .pages import access, card, changes, duplicates

urlpatterns = [
    path("access/", access.access, name="register.access.appoint"),
    path("access/new/", access.new, name="register.access.new.appoint"),
    path("access/password/", access.password, name="register.access.password.appoint"),
    path("access/<uuid:pk>/end/", access.close, name="register.access.end.appoint"),
    path("invitations/", access.invite, name="register.invite"),
    path("handed-over/", card.card, name="register.card.read"),
    path("welcome/", card.welcome, name="register.welcome.read"),
    path("changes/", changes.listing, name="register.changes.propose"),
    path("changes/ask/<str:key>/<uuid:pk>/", changes.ask, name="register.change.propose"),
    path("changes/<uuid:pk>/answer/", changes.answer, name="register.change.review"),
    path("duplicates/", duplicates.listing, name="register.duplicates.merge"),
    path("duplicates/<str:key>/<uuid:first>/<uuid:second>/", duplicates.together, name="register.merge.merge"),
    path("merges/<uuid:pk>/apart/", duplicates.apart, name="register.unmerge.merge"),
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
