"""Pages of honours."""

from liangxing.records.views import urls_of

from .forms import AliasForm, ExaminationForm, HonourForm
from .models import Alias, Examination, Honour

urlpatterns = [
    *urls_of(Honour, HonourForm, columns=("name", "level", "field", "issuer", "day"), filters=("level", "field")),
    *urls_of(Alias, AliasForm, columns=("name", "honour", "day")),
    *urls_of(
        Examination, ExaminationForm, columns=("honour", "day", "examiner", "outcome"), filters=("honour", "outcome")
    ),
]
