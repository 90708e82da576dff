"""What loans ask for."""

from datetime import date, timedelta
from typing import Any

from django.utils.translation import gettext_lazy as _

from liangxing.records.due import due
from liangxing.records.models import Records

from .models import Loan, Return

LENT = timedelta(days=30)  # the book bar lends for a month


@due(Loan, _("is not back yet"), by="day", shows="book", form="bookbar.return", field="loan")
def not_back(rows: Records[Any], today: date) -> Records[Any]:
    """Books that were taken along more than a month ago."""
    return rows.filter(day__lt=today - LENT).exclude(fact__in=Return.objects.known().values("loan"))
