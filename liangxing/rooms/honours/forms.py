"""Forms of honours."""

from liangxing.records.forms import form_of

from .models import Alias, Examination, Honour

HonourForm = form_of(Honour, "code name level field issuer certificate day until note", numbered=True)
AliasForm = form_of(Alias, "honour name day until note")
ExaminationForm = form_of(Examination, "honour day examiner outcome note", ahead="day")
