"""Forms of the environment."""

from liangxing.records.forms import form_of

from .models import Clearance, ParkingPlaces, Problem, ProblemStep, SortedBin, Works

WorksForm = form_of(Works, "code name sort estate road cost_cny day note", numbered=True)
SortedBinForm = form_of(SortedBin, "code road edition geometry day until note")
ParkingPlacesForm = form_of(ParkingPlaces, "code estate road places geometry day until note")
ClearanceForm = form_of(Clearance, "code activity mass_kg day note", numbered=True)
ProblemForm = form_of(Problem, "code sort place building geometry text private source household day until note")
ProblemStepForm = form_of(ProblemStep, "problem state text post household day note")
