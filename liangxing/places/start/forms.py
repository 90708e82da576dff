"""Forms of the guided start."""

from __future__ import annotations

from typing import Any

from django.utils.timezone import localdate

from liangxing.ledger.models import Community
from liangxing.records.forms import RecordForm
from liangxing.register.models import Profile
from liangxing.register.pages.access_forms import AppointForm

from .division import county, province


class AboutForm(RecordForm[Profile]):
    """The base facts of the community; what its code says already is filled in."""

    class Meta:
        model = Profile
        fields = ["province", "subdistrict", "address", "area_km2", "day"]

    def __init__(self, *args: Any, community: Community, **kwargs: Any) -> None:
        told = {"code": community.code, "name": community.name, "name_en": community.name_en}
        kwargs.setdefault("instance", Profile(**told))
        known = {"province": province(community.code), "address": county(community.code), "day": localdate()}
        kwargs.setdefault("initial", {} if kwargs["instance"].fact else known)
        super().__init__(*args, community=community, **kwargs)


class ColleagueForm(AppointForm):
    """One of those who work here; a row that is empty asks for nothing."""

    SHOWN = ("account", "role", "name", "buildings")

    def __init__(self, *args: Any, community: Community, **kwargs: Any) -> None:
        super().__init__(*args, community=community, empty_permitted=True, use_required_attribute=False, **kwargs)
        for name in set(self.fields) - {*self.SHOWN}:
            del self.fields[name]
        self.fields["account"].help_text = self.fields["buildings"].help_text = ""
        self.fields["role"].initial = "worker"
        self.fields["role"].choices = [c for c in self.fields["role"].choices if c[0] in STAFF]  # type: ignore[attr-defined]

    def has_changed(self) -> bool:
        """Whether anything but the role was filled in."""
        return bool({*self.changed_data} - {"role"})


STAFF = ("committee", "worker", "grid", "building_head", "secretary")
