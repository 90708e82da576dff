"""What a household sends from the hall, read and said back in words."""

from __future__ import annotations

import json
from typing import Any
from uuid import UUID

from django import forms
from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext as _

from liangxing.kernel.ground import Spot, distance_m, middle
from liangxing.ledger.models import Community
from liangxing.places.hall.ground import Ground
from liangxing.register.models import Building
from liangxing.rooms.environment.models import Problem
from liangxing.rooms.environment.queries.where import NEAR_M as ASIDE_M
from liangxing.rooms.environment.queries.where import beyond_m
from liangxing.rooms.environment.triage.categories import Category, categories, category, groups

NEAR_M = 80  # a point this near to a building's middle is said to be at the building


class ReportForm(forms.Form):
    """A problem: what, where (``where`` says how the place is told), in words or with a photo."""

    photo = forms.FileField(label=gettext_lazy("Photo"), required=False)
    sort = forms.CharField(label=gettext_lazy("What it is about"), initial="other", max_length=24)
    closer = forms.CharField(label=gettext_lazy("More exactly"), required=False, max_length=24)
    where = forms.ChoiceField(choices=[(key, key) for key in ("home", "building", "place", "spot", "photo")])
    building = forms.UUIDField(required=False)
    place = forms.UUIDField(required=False)
    spot = forms.CharField(required=False, max_length=60)
    text = forms.CharField(label=gettext_lazy("In your words"), required=False, max_length=300)
    private = forms.BooleanField(label=gettext_lazy("Only the community's workers may see it"), required=False)

    def __init__(self, *args: Any, ground: Ground, home: Building, community: Community, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.ground, self.home, self.community = ground, home, community

    def clean_sort(self) -> str:
        """The broad sort, or what was chosen more exactly within it."""
        sort: str = self.cleaned_data["sort"]
        closer = categories().get(self.data.get("closer", ""))
        return closer.key if closer and closer.group == category(sort).group else sort

    def clean_spot(self) -> Spot | None:
        """East and north in degrees, as the page's script writes them: ``112.98,28.11``."""
        parts = self.cleaned_data["spot"].split(",")
        try:
            east, north = (round(float(part), 6) for part in parts)
        except ValueError:
            return None
        return (east, north) if abs(east) <= 180 and abs(north) <= 90 else None

    def clean(self) -> dict[str, Any]:
        """There must be something to go by, and the place that was chosen must be named."""
        told = self.cleaned_data
        if not told.get("photo") and not told.get("text", "").strip() and told.get("sort") == "other":
            self.add_error("text", _("Write a few words, or add a photo: otherwise nobody knows what to look for."))
        where = told.get("where")
        if where == "building" and told.get("building") not in self.ground.by_fact:
            self.add_error("building", _("Choose the building."))
        if where == "place" and told.get("place") not in self.ground.named:
            self.add_error("place", _("Choose the place."))
        if where == "spot" and not told.get("spot"):
            self.add_error("where", _("Where you are was not told: choose a building or a place instead."))
        elif where == "spot" and (far := self.beyond_m(told["spot"])) > ASIDE_M:
            words = _("That lies %(far)s m outside our community: choose a building or a place within it.")
            self.add_error("where", words % {"far": round(far)})
        if where == "photo" and not told.get("photo"):
            self.add_error("where", _("There is no photo to say where: choose a building or a place instead."))
        return told

    def beyond_m(self, spot: Spot) -> float:
        """How far *spot* lies outside the community."""
        return beyond_m(self.community, json.dumps({"type": "Point", "coordinates": spot}))

    def problem(self, spot: Spot | None) -> Problem:
        """The report, not yet kept; *spot*: where the photo says it was taken, if that lies in the community."""
        told = self.cleaned_data
        made = Problem(sort=told["sort"], source=Problem.Source.HALL)
        made.code = f"H-{made.pk.hex[-8:]}"  # short enough to be read out on the telephone
        made.text, made.private = told["text"].strip(), told["private"] or category(told["sort"]).private
        at = spot if told["where"] == "photo" else told["spot"] if told["where"] == "spot" else None
        if at:
            made.geometry = json.dumps({"type": "Point", "coordinates": at})
            made.building_id = self._near(at)
        elif told["where"] == "place":
            made.place_id = told["place"]
        else:
            made.building_id = told["building"] if told["where"] == "building" else self.home.fact
        return made

    def _near(self, at: Spot) -> UUID | None:
        """The building at whose side *at* lies, if any."""
        every = [
            (distance_m(at, spot), building.fact)
            for building in self.ground.by_fact.values()
            if building.geometry and (spot := middle(json.loads(building.geometry)["coordinates"]))
        ]
        nearest = min(every, default=None)
        return nearest[1] if nearest and nearest[0] <= NEAR_M else None


def sorts() -> list[tuple[str, str, tuple[Category, ...]]]:
    """What a problem may be about: each broad sort with its word, and what there is within it."""
    words = get_language()
    return [(key, category(key).name(words), some) for key, some in groups().items()]
