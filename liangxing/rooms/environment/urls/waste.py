"""Pages of waste."""

from liangxing.records.views import urls_of

from ..forms import SortedBinForm
from ..models import SortedBin

urlpatterns = urls_of(
    SortedBin, SortedBinForm, columns=("code", "road", "edition", "day", "until"), filters=("road", "edition")
)
