"""What opinions ask for."""

from datetime import date
from typing import Any

from django.utils.translation import gettext_lazy as _

from liangxing.records.due import due
from liangxing.records.models import Records

from .models import Opinion, Reply


@due(Opinion, _("waits for an answer"), by="day", shows="text", form="governance.reply", field="opinion", waits=True)
def without_reply(rows: Records[Any], today: date) -> Records[Any]:
    """Opinions to which nobody has replied, the oldest first."""
    return rows.exclude(fact__in=Reply.objects.known().values("opinion")).order_by("day")
