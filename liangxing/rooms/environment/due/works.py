"""Which works wait: for their acceptance, or for the contractor before the warranty ends."""

from datetime import date, timedelta
from typing import Any

from django.db.models import Exists, OuterRef
from django.utils.translation import gettext_lazy as _

from liangxing.records.due import due
from liangxing.records.models import Records

from ..models import Problem, Works, WorksComplaint, WorksPlan

ENDING = timedelta(days=60)  # what the contractor still has to mend takes weeks


@due(
    WorksPlan,
    _("should have been finished and accepted"),
    by="due_on",
    shows="name",
    form="environment.works",
    field="plan",
)
def not_accepted(rows: Records[Any], today: date) -> Records[Any]:
    """Plans whose day has gone by, and of which no works were accepted."""
    accepted = Works.objects.known().filter(plan=OuterRef("fact"))
    return rows.filter(~Exists(accepted), due_on__lt=today).order_by("due_on")


@due(Works, _("have open complaints, and the warranty ends"), by="warranty_until", shows="name")
def warranty_ends(rows: Records[Any], today: date) -> Records[Any]:
    """Works whose warranty ends soon while a complaint about them is not settled."""
    still = Problem.objects.known().filter(fact=OuterRef("problem"), until=None)
    complaints = WorksComplaint.objects.known().filter(Exists(still), works=OuterRef("fact"))
    return rows.filter(Exists(complaints), warranty_until__range=(today, today + ENDING)).order_by("warranty_until")
