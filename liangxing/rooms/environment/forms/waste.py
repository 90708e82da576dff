"""Forms of waste."""

from liangxing.records.forms import form_of

from ..models import SortedBin

SortedBinForm = form_of(SortedBin, "code road edition geometry day until note")
