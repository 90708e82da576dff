"""Forms of casework."""

from liangxing.records.forms import form_of

from .models import Case, Station, Visit

StationForm = form_of(Station, "code name place day until note")
CaseForm = form_of(Case, "code household sort day until note", numbered=True)
VisitForm = form_of(Visit, "case day duration_min note")
