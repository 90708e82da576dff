"""What honours ask for."""

from datetime import date
from typing import Any

from django.utils.translation import gettext_lazy as _

from liangxing.records.due import due
from liangxing.records.models import Records

from .models import Honour

AHEAD_MONTHS = 3  # papers for a re-examination take a season to gather


@due(Honour, _("is examined again soon"), by="until")
def examined_again(rows: Records[Any], today: date) -> Records[Any]:
    """Honours that end within a quarter: they are examined again before that day."""
    month = today.month - 1 + AHEAD_MONTHS
    last = date(today.year + month // 12, month % 12 + 1, min(today.day, 28))
    return rows.filter(until__gt=today, until__lte=last)
