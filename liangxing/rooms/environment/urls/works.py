"""Pages of works."""

from liangxing.records.views import urls_of

from ..forms import WorksForm
from ..models import Works

urlpatterns = urls_of(
    Works, WorksForm, columns=("day", "name", "sort", "estate", "road", "cost_cny"), filters=("estate", "sort")
)
