"""Figures of waste."""

from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from liangxing.measures.measure import Stock

from ..models import SortedBin

BINS = Stock(
    key="environment.sorted_bins",
    unit="{bin}",
    title=_("Sorted bins"),
    says=_("Bins for sorted waste that are in place."),
    of=SortedBin,
)
BINS_2019 = Stock(
    key="environment.bins_2019",
    unit="{bin}",
    title=_("Bins of the 2019 standard"),
    says=_("Bins marked by the edition of 2019 of the marking standard."),
    of=SortedBin,
    where=Q(edition=SortedBin.Edition.OF_2019),
)
