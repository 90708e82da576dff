"""Which books a household has at home."""

from __future__ import annotations

from liangxing.records.models import Records
from liangxing.register.models import Household

from .models import Loan, Return


def lent_to(household: Household) -> Records[Loan]:
    """The loans of *household* that have not come back, the newest first."""
    back = Return.objects.known().filter(community=household.community).values("loan")
    return Loan.objects.known().filter(household=household.fact).exclude(fact__in=back).select_related("book")
