"""Forms of the grounds."""

from liangxing.records.forms import form_of

from ..models import Clearance, ParkingPlaces

ParkingPlacesForm = form_of(ParkingPlaces, "code estate road places geometry day until note")
ClearanceForm = form_of(Clearance, "code activity mass_kg day note", numbered=True)
