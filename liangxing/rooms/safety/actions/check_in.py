"""Saying that a household is safe, or needs help."""

from __future__ import annotations

from datetime import date

from django.utils.translation import gettext as _

from liangxing.kernel.errors import Refused
from liangxing.ledger.acts import act
from liangxing.records.actions import correct, write
from liangxing.register.models import Household

from ..models import CheckIn, Emergency


def check_in(
    emergency: Emergency, household: Household, state: str, *, place: str = "", told_by: str, day: date, by: str
) -> CheckIn:
    """What is known of *household* from now on; said again in the same words, it adds nothing."""
    if emergency.struck_at or not (emergency.until is None or day < emergency.until):
        raise Refused(_("This is over: nobody needs to check in any more."))
    with act("safety.checkin.tell", community=emergency.community, by=by):
        told = CheckIn.objects.known().filter(emergency=emergency.fact, household=household.fact).first()
        new = {"state": CheckIn.State(state), "place": place, "told_by": CheckIn.Teller(told_by)}
        if told is None:
            made = CheckIn(emergency_id=emergency.fact, household_id=household.fact, day=day, **new)
            return write(made, community=emergency.community, by=by)
        if all(getattr(told, name) == value for name, value in new.items()):
            return told
        return correct(told, by=by, **new)
