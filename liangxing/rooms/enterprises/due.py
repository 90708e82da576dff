"""What enterprises wait for."""

from datetime import date
from typing import Any

from django.utils.translation import gettext_lazy as _

from liangxing.records.due import due
from liangxing.records.models import Records

from .models import Request


@due(Request, _("waits for an answer"), by="day", shows="subject", ends=True, waits=True)
def unanswered(rows: Records[Any], today: date) -> Records[Any]:
    """Requests that have not ended, the oldest first."""
    return rows.standing_on(today).order_by("day")
