"""Which reported problems wait for somebody."""

from datetime import date
from typing import Any

from django.db.models import OuterRef, Q, Subquery
from django.utils.translation import gettext_lazy as _

from liangxing.records.due import due
from liangxing.records.models import Records

from ..models import Problem, ProblemStep

DONE = (ProblemStep.State.FIXED, ProblemStep.State.CONFIRMED)


@due(
    Problem, _("not put right yet"), by="day", shows="text", form="environment.problemstep", field="problem", waits=True
)
def not_put_right(rows: Records[Any], today: date) -> Records[Any]:
    """Problems that stand, and of which the last step does not say that they were put right; the oldest first."""
    steps = ProblemStep.objects.known().filter(problem=OuterRef("fact")).order_by("-recorded_at")
    last = rows.standing_on(today).annotate(last=Subquery(steps.values("state")[:1]))
    return last.filter(Q(last=None) | ~Q(last__in=DONE)).order_by("day")
