"""Which reported problems wait for somebody."""

from datetime import date
from typing import Any

from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from liangxing.records.due import due
from liangxing.records.models import Records

from ..models import Problem, ProblemStep
from ..queries.problem_queue import with_state

DONE = (ProblemStep.State.FIXED, ProblemStep.State.CONFIRMED)
SETTLED_AT = {"form": "environment.problemstep", "field": "problem", "page": "hall.problem.answer"}


def _not_put_right(rows: Records[Any], today: date) -> Records[Any]:
    last = with_state(rows.standing_on(today))
    return last.filter(Q(last=None) | ~Q(last__in=DONE)).order_by("due_on", "day")


@due(Problem, _("past the day by which it should be put right"), by="due_on", shows="text", waits=True, **SETTLED_AT)
def overdue(rows: Records[Any], today: date) -> Records[Any]:
    """Problems that stand, are not put right, and should have been; the longest overdue first."""
    return _not_put_right(rows.filter(due_on__lt=today), today)


@due(Problem, _("not put right yet"), by="day", shows="text", waits=True, **SETTLED_AT)
def not_put_right(rows: Records[Any], today: date) -> Records[Any]:
    """Problems that stand, are still in time, and of which the last step does not say that they were put right."""
    return _not_put_right(rows.exclude(due_on__lt=today), today)


@due(Problem, _("words to look at before others read them"), by="day", shows="text", page="hall.problem.answer")
def words_wait(rows: Records[Any], today: date) -> Records[Any]:
    """Reports whose words may insult somebody, and that nobody has looked at."""
    return rows.filter(held=Problem.Held.WAITS)
