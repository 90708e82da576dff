"""Figures of what is out of order."""

from django.utils.translation import gettext_lazy as _

from liangxing.measures.measure import Ended, Flow, Stock

from ..models import Problem

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
)
OPEN_PROBLEMS = Stock(
    key="environment.problems_open",
    unit="{problem}",
    title=_("Open problems"),
    says=_("Problems that were reported and not confirmed as settled."),
    of=Problem,
)
