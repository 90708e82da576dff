"""Figures of what is out of order."""

from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from liangxing.measures.folds import Different, Median
from liangxing.measures.measure import Ended, Flow, Overdue, Ratio, Stock

from ..models import Problem, ProblemStep, ProblemSupport

State, Voice, Outcome = ProblemStep.State, ProblemStep.Voice, Problem.Outcome
INDEPENDENT = (Voice.REPORTER, Voice.DRAWN, Voice.NEIGHBOUR)
TOLD_ONCE = Q(outcome__in=(Outcome.IN_TIME, Outcome.LATE))  # and not merged with another

PROBLEMS = Flow(
    key="environment.problems_reported",
    unit="{problem}",
    title=_("Problems reported"),
    says=_("Problems that were reported: in the hall, at the desk or by telephone."),
    of=Problem,
)
SETTLED = Ended(
    key="environment.problems_settled",
    unit="{problem}",
    title=_("Problems settled"),
    says=_("Problems of which a household confirmed that they are settled."),
    of=Problem,
    where=TOLD_ONCE,
)
OPEN_PROBLEMS = Stock(
    key="environment.problems_open",
    unit="{problem}",
    title=_("Open problems"),
    says=_("Problems that were reported and not confirmed as settled."),
    of=Problem,
)
IN_TIME = Ended(
    key="environment.problems_in_time",
    unit="{problem}",
    title=_("Problems settled in time"),
    says=_("Settled problems that were put right by the due day of their category."),
    of=Problem,
    where=Q(outcome=Outcome.IN_TIME),
)
IN_TIME_SHARE = Ratio(
    key="environment.problems_in_time_share",
    unit="1",
    title=_("Share settled in time"),
    says=_("Of the settled problems, those that were put right by the due day of their category."),
    part="environment.problems_in_time",
    whole="environment.problems_settled",
)
MEDIAN_DAYS = Ended(
    key="environment.problem_days",
    unit="d",
    title=_("Days until a problem is settled"),
    says=_("The median of the days from the report until a household confirmed: half took no longer, rounded down."),
    of=Problem,
    where=TOLD_ONCE,
    fold=Median("settled_after_d"),
)
OVERDUE = Overdue(
    key="environment.problems_overdue",
    unit="{problem}",
    title=_("Overdue problems"),
    says=_("Problems that nobody has confirmed as settled, and whose due day has passed."),
    of=Problem,
)
MERGED = Ended(
    key="environment.problems_merged",
    unit="{problem}",
    title=_("Problems told before"),
    says=_("Reports that were merged with an earlier one of the same problem."),
    of=Problem,
    where=Q(outcome=Outcome.MERGED),
)
RECURRING = Flow(
    key="environment.problems_recurring",
    unit="{problem}",
    title=_("Problems that came again"),
    says=_("Reports of which one of the same category at the same place lay at most 90 days before."),
    of=Problem,
    where=Q(recurs="again"),
)
RECURRENCE = Ratio(
    key="environment.problems_recurring_share",
    unit="1",
    title=_("Share that came again"),
    says=_("Of the reported problems, those that came again at the same place within 90 days."),
    part="environment.problems_recurring",
    whole="environment.problems_reported",
)
PUT_RIGHT = Flow(
    key="environment.problems_put_right",
    unit="{problem}",
    title=_("Problems put right"),
    says=_("Different problems of which those who work on them said that they are put right."),
    of=ProblemStep,
    where=Q(state=State.FIXED),
    fold=Different("problem"),
)
REOPENED = Flow(
    key="environment.problems_reopened",
    unit="{problem}",
    title=_("Problems opened again"),
    says=_("Different problems of which a household said that they are not right yet."),
    of=ProblemStep,
    where=Q(state=State.REOPENED),
    fold=Different("problem"),
)
REOPENED_SHARE = Ratio(
    key="environment.problems_reopened_share",
    unit="1",
    title=_("Share opened again"),
    says=_("Of the problems put right, those of which a household said that they are not right yet."),
    part="environment.problems_reopened",
    whole="environment.problems_put_right",
)
CONFIRMED = Flow(
    key="environment.problems_confirmed",
    unit="{problem}",
    title=_("Problems confirmed as settled"),
    says=_("Different problems that anybody called settled."),
    of=ProblemStep,
    where=Q(state=State.CONFIRMED),
    fold=Different("problem"),
)
INDEPENDENTLY = Flow(
    key="environment.problems_confirmed_independently",
    unit="{problem}",
    title=_("Problems confirmed by somebody else"),
    says=_("Different problems that the reporter or a neighbour called settled, and not whoever put it right."),
    of=ProblemStep,
    where=Q(state=State.CONFIRMED, voice__in=INDEPENDENT),
    fold=Different("problem"),
)
INDEPENDENT_SHARE = Ratio(
    key="environment.problems_confirmed_independently_share",
    unit="1",
    title=_("Share confirmed by somebody else"),
    says=_("Of the problems called settled, those that the reporter or a neighbour called so."),
    part="environment.problems_confirmed_independently",
    whole="environment.problems_confirmed",
)
SUPPORT = Flow(
    key="environment.problem_supports",
    unit="{household}",
    title=_("Households that had the same problem"),
    says=_("Times that a further household said of a reported problem that it has it too."),
    of=ProblemSupport,
)
