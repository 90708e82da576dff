"""What loans ask for."""

from datetime import date, timedelta
from typing import Any

from django.utils.translation import gettext_lazy as _

from liangxing.records.due import due
from liangxing.records.models import Records

from .models import Loan, Return

LENT = timedelta(days=30)  # the book bar lends for a month
LOST = timedelta(days=365)  # nobody brings it back after that: it is for the next stocktaking


@due(Loan, _("is not back yet"), by="day", shows="book", form="bookbar.return", field="loan")
def not_back(rows: Records[Any], today: date) -> Records[Any]:
    """Books that were taken along more than a month ago, and less than a year."""
    return rows.filter(day__lt=today - LENT, day__gt=today - LOST).exclude(
        fact__in=Return.objects.known().values("loan")
    )
