"""Forms of the ways out: what cannot be is said at once, in the words of the computation, at the field to mend."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.core.exceptions import ValidationError
from django.db.models import Q
from django.utils.translation import gettext as _

from liangxing.records.forms import RecordForm, form_of

from ..evacuation import faults, network, soundness
from ..models import Closure, Presence, Spot, Way
from ..queries.spots import position

AT: dict[type[faults.Fault], str] = {
    faults.Loop: "finish",
    faults.NoWidth: "width_m",
    faults.Narrow: "width_m",
    faults.Wide: "width_m",
    faults.NoLength: "length_m",
    faults.Kilometres: "length_m",
    faults.ShorterThanStraight: "length_m",
    faults.Swapped: "start",
}


class SpotForm(RecordForm[Spot]):
    """A spot: a point of the map, whose longitude comes first."""

    numbered = True

    class Meta:
        model = Spot
        fields = ["code", "name", "building", "entrance", "shelter", "geometry", "day", "until", "note"]

    def clean_geometry(self) -> str:
        """A point, not swapped."""
        told: str = self.cleaned_data["geometry"]
        if not told:
            return told
        try:
            spot = network.Spot(self.data.get("code") or _("this spot"), *position(told))
        except (ValueError, TypeError, KeyError, IndexError):
            spot = network.Spot("")
        if spot.longitude is None:
            raise ValidationError(_("A spot is one point of the map: longitude and latitude."))
        for wrong in soundness.faults_of_ways(network.Network((spot,), (), (), ())):
            raise ValidationError(_(wrong.sentence) % wrong.values)
        return told


class WayForm(RecordForm[Way]):
    """A way; its width and length are looked at as the computation will look at them."""

    numbered = True
    same = ("sort", "measured")

    class Meta:
        model = Way
        fields = ["code", "name", "sort", "start", "finish", "length_m", "width_m", "measured", "one_way",
                  "night_locked", "day", "until", "note"]  # fmt: skip

    def clean(self) -> dict[str, Any]:
        """Each fault at its field."""
        told = super().clean()
        if {"start", "finish", "length_m", "width_m", "sort"} <= told.keys():
            for wrong in self._faults(told):
                self.add_error(AT.get(type(wrong), "finish"), _(wrong.sentence) % wrong.values)
        return told

    def _faults(self, told: dict[str, Any]) -> Iterator[faults.Fault]:
        ends = [told["start"], told["finish"]]
        spots = {
            str(end.fact or end.pk): network.Spot(str(end.fact or end.pk), *position(end.geometry)) for end in ends
        }
        way = network.Way(
            told.get("code") or _("this way"),
            (str(ends[0].fact or ends[0].pk), str(ends[1].fact or ends[1].pk)),
            float(told["length_m"]),
            float(told["width_m"]),
            network.Kind(told["sort"]),
        )
        yield from soundness.faults_of_ways(network.Network(tuple(spots.values()), (way,), (), ()))
        if twin := self._twin(told, ends):
            yield faults.Doubled(twin.code)

    def _twin(self, told: dict[str, Any], ends: list[Spot]) -> Way | None:
        """Another way that stands between the same spots; two opposite ways for one direction each are none."""
        one, other = (end.fact or end.pk for end in ends)
        same, back = Q(start=one, finish=other), Q(start=other, finish=one)
        between = same | (back & Q(one_way=False)) if told.get("one_way") else same | back
        rows = Way.objects.known().filter(between, community=self.community, until=None)
        return rows.exclude(code=told.get("code", "")).first()


ClosureForm = form_of(Closure, "way cause closes_min day until note", ahead="until")
PresenceForm = form_of(Presence, "time building share_percent people source day until note")
