"""Figures of honours: each counted once, under whatever name a text lists it."""

from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from liangxing.measures.measure import Stock

from .models import Honour

HELD = Stock(
    key="honours.held", unit="{honour}", title=_("Honours"), says=_("Honours that the community holds."), of=Honour
)
PROVINCE = Stock(
    key="honours.provincial",
    unit="{honour}",
    title=_("Provincial honours"),
    says=_("Honours of the province that the community holds."),
    of=Honour,
    where=Q(level=Honour.Level.PROVINCE),
)
CITY = Stock(
    key="honours.city",
    unit="{honour}",
    title=_("City honours"),
    says=_("Honours of the city that the community holds."),
    of=Honour,
    where=Q(level=Honour.Level.CITY),
)
