"""What the records of safety ask for."""

from datetime import date
from typing import Any

from django.utils.translation import gettext_lazy as _

from liangxing.records.due import due, ending_soon
from liangxing.records.models import Records

from .models import Hazard, Plan, Resource

due(Resource, _("expires"), by="until")(ending_soon)
due(Plan, _("must be renewed"), by="until")(ending_soon)


@due(Hazard, _("has no plan to deal with it"), by="day", shows="sort")
def without_plan(rows: Records[Any], today: date) -> Records[Any]:
    """Hazards that stand, and for which nothing is planned."""
    return rows.standing_on(today).filter(planned=False)
