"""Forms of the grounds."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext as _

from liangxing.records.forms import form_of

from ..models import BlockedLane, ChargingPlaces, Clearance, GreenArea, ParkingPlaces, TreeCount
from .spots import OnTheGround

ParkingPlacesForm = form_of(ParkingPlaces, "code estate road places geometry day until note")
ChargingPlacesForm = form_of(ChargingPlaces, "code sort estate road places day until note", same="sort")
ClearanceForm = form_of(Clearance, "code sort activity place area_m2 mass_kg day note", numbered=True)
_GreenAreaForm = form_of(GreenArea, "code name sort estate road area_m2 geometry day until note")
_TreeCountForm = form_of(TreeCount, "green species trees alive day note", same="day")
_BlockedLaneForm = form_of(BlockedLane, "code building place sort day found_at until cleared_at note", numbered=True)


class GreenAreaForm(OnTheGround, _GreenAreaForm):  # type: ignore[misc, valid-type]
    """A green area."""


class TreeCountForm(_TreeCountForm):  # type: ignore[misc, valid-type]
    """A count of trees."""

    def clean(self) -> dict[str, Any]:
        """Refuse more trees alive than there are."""
        told: dict[str, Any] = super().clean()
        if (told.get("alive") or 0) > (told.get("trees") or 0):
            self.add_error("alive", _("There cannot be more trees alive than there are trees."))
        return told


class BlockedLaneForm(_BlockedLaneForm):  # type: ignore[misc, valid-type]
    """A blocked lane: where it is, and not cleared before it was found."""

    def clean(self) -> dict[str, Any]:
        """Refuse a lane that is nowhere, and one that was cleared too early."""
        told: dict[str, Any] = super().clean()
        if (
            told.get("building") is None
            and told.get("place") is None
            and not {"building", "place"} & self.errors.keys()
        ):
            self.add_error("building", _("Say at which building or place the lane is."))
        found, cleared = told.get("found_at"), told.get("cleared_at")
        if found and cleared and told.get("until") == told.get("day") and cleared < found:
            self.add_error("cleared_at", _("It was cleared before it was found: check the two times."))
        return told
