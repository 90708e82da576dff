"""Figures of casework: counts, without opening a case."""

from django.utils.translation import gettext_lazy as _

from liangxing.measures.measure import Flow, Stock

from .models import Case, Station, Visit

STATIONS = Stock(
    key="casework.stations",
    unit="{place}",
    title=_("Social-work stations"),
    says=_("Social-work stations in the community."),
    of=Station,
)
CASES = Flow(key="casework.cases", unit="{case}", title=_("Cases"), says=_("Cases that social work took on."), of=Case)
OPEN = Stock(
    key="casework.open_cases", unit="{case}", title=_("Open cases"), says=_("Cases that are not closed."), of=Case
)
VISITS = Flow(key="casework.visits", unit="{visit}", title=_("Visits"), says=_("Visits in cases."), of=Visit)
