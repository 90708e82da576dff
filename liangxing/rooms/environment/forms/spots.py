"""A geometry that is told must lie where the community is."""

from __future__ import annotations

import json
from functools import cached_property
from typing import TYPE_CHECKING, Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from liangxing.kernel.ground import outside_m, spots
from liangxing.register.models import Place

if TYPE_CHECKING:
    from liangxing.records.forms import RecordForm

    Form = RecordForm[Any]
else:
    Form = object

ASIDE_M = 30  # how far a phone may be wrong about where it stands


class OnTheGround(Form):
    """Mixed into a form with a ``geometry``: it is refused when all of it lies outside the community's boundary."""

    @cached_property
    def boundary(self) -> Any:
        """The coordinates of the community's ground, as the place of the sort ``boundary`` tells it; or ``None``."""
        standing = Place.objects.known().filter(community=self.community, sort="boundary").exclude(geometry="")
        told = standing.order_by("-day").values_list("geometry", flat=True).first()
        return json.loads(told)["coordinates"] if told else None

    def clean_geometry(self) -> str:
        """Refuse what lies outside; without a known boundary nothing does."""
        told: str = self.cleaned_data["geometry"]
        if not told or not self.boundary:
            return told
        if all(outside_m(spot, self.boundary) > ASIDE_M for spot in spots(json.loads(told)["coordinates"])):
            raise ValidationError(
                _("This place lies outside the community: check the coordinates, longitude (about 112) comes first.")
            )
        return told
