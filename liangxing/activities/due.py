"""What the calendar asks for."""

from datetime import date, timedelta
from typing import Any

from django.utils.translation import gettext_lazy as _

from liangxing.records.due import due
from liangxing.records.models import Records

from .models import Activity

COUNTED_WITHIN = timedelta(days=7)  # who came is still remembered


@due(Activity, _("nobody has counted who came"), by="day")
def not_counted(rows: Records[Any], today: date) -> Records[Any]:
    """Activities of the last week, today and tomorrow whose attendance is not known."""
    return rows.filter(day__gt=today - COUNTED_WITHIN, day__lte=today + timedelta(days=1), attended=None)
