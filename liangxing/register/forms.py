"""Forms of the register."""

from __future__ import annotations

from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from liangxing.ledger.models import Community
from liangxing.records.forms import RecordForm, form_of

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
from .roles import ROLES
from .twins import twins


class Compared:
    """What the forms of kinds that are compared share: they find records that may be the same."""

    instance: Any
    community: Community

    def alike(self) -> list[Any]:
        """Records of the kind that may be this one."""
        return twins(self.instance, self.community)


class ProfileForm(RecordForm[Profile]):
    """The community itself."""

    class Meta:
        model = Profile
        fields = ["code", "name", "name_en", "province", "subdistrict", "address", "area_km2", "day", "until", "note"]


class PlaceForm(Compared, RecordForm[Place]):
    """A place."""

    class Meta:
        model = Place
        fields = ["code", "name", "sort", "geometry", "day", "until", "note"]


class EstateForm(Compared, RecordForm[Estate]):
    """An estate."""

    class Meta:
        model = Estate
        fields = ["code", "name", "residential", "geometry", "day", "until", "note"]


class BuildingForm(RecordForm[Building]):
    """A building."""

    class Meta:
        model = Building
        fields = ["code", "estate", "use", "storeys", "geometry", "day", "until", "note"]


class EntranceForm(RecordForm[Entrance]):
    """An entrance."""

    class Meta:
        model = Entrance
        fields = ["code", "building", "day", "until", "note"]


class FlatForm(RecordForm[Flat]):
    """A flat."""

    class Meta:
        model = Flat
        fields = ["code", "entrance", "storey", "area_m2", "day", "until", "note"]


class ResidentsGroupForm(RecordForm[ResidentsGroup]):
    """A residents' group."""

    class Meta:
        model = ResidentsGroup
        fields = ["code", "name", "day", "until", "note"]


class HouseholdForm(Compared, RecordForm[Household]):
    """A household."""

    class Meta:
        model = Household
        fields = ["code", "building", "flat", "group", "day", "until", "note"]


class ResidentForm(Compared, RecordForm[Resident]):
    """A resident."""

    class Meta:
        model = Resident
        fields = ["code", "household", "name", "sex", "born_on", "identity_number", "phone", "day", "until", "note"]


class OrganisationForm(Compared, RecordForm[Organisation]):
    """An organisation."""

    class Meta:
        model = Organisation
        fields = ["code", "name", "sort", "credit_code", "building", "contact", "phone", "day", "until", "note"]


class PostForm(RecordForm[Post]):
    """A post."""

    class Meta:
        model = Post
        fields = ["code", "role", "name", "account", "building", "organisation", "household", "day", "until", "note"]

    def clean_role(self) -> str:
        """A role that nobody knows would open no door, or the wrong one."""
        role: str = self.cleaned_data["role"]
        if role not in ROLES:
            told = {"role": role, "known": ", ".join(ROLES)}
            raise ValidationError(_("%(role)s is no role; there are: %(known)s."), params=told)
        return role


CardForm = form_of(Card, "household day until note")
