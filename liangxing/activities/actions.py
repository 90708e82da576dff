"""Signing a household in."""

from __future__ import annotations

from datetime import date

from liangxing.ledger.acts import act
from liangxing.records.actions import correct, write
from liangxing.register.models import Household

from .models import Activity, SignIn


def sign_in(activity: Activity, household: Household, people: int, *, day: date, by: str) -> SignIn:
    """So many *people* of *household* came. Said again it adds nothing; with another number it corrects the first."""
    with act("activities.signin.tell", community=activity.community, by=by):
        told = SignIn.objects.known().filter(activity=activity.fact, household=household.fact).first()
        if told is None:
            made = SignIn(activity_id=activity.fact, household_id=household.fact, people=people, day=day)
            return write(made, community=activity.community, by=by)
        return told if told.people == people else correct(told, by=by, people=people)
