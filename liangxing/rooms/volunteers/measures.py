"""Figures of volunteers; hours are added up, persons are not compared."""

from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from liangxing.measures.folds import Total
from liangxing.measures.measure import Flow, Stock

from .models import Pair, Service, Volunteer

VOLUNTEERS = Stock(
    key="volunteers.volunteers",
    unit="{person}",
    title=_("Volunteers"),
    says=_("People who are volunteers of the community."),
    of=Volunteer,
)
ENVIRONMENT = Stock(
    key="volunteers.environment_volunteers",
    unit="{person}",
    title=_("Environment volunteers"),
    says=_("Volunteers of the environment team."),
    of=Volunteer,
    where=Q(team="environment"),
)
PAIRS = Stock(
    key="volunteers.pairs",
    unit="{pair}",
    title=_("Chunlei 1+1 pairs"),
    says=_("Volunteers paired with a resident who needs help."),
    of=Pair,
)
HOURS = Flow(
    key="volunteers.hours",
    unit="h",
    title=_("Volunteers' hours"),
    says=_("Hours that volunteers gave."),
    of=Service,
    fold=Total("hours_h"),
)
