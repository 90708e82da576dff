"""What the people of a household gave."""

from __future__ import annotations

from liangxing.records.models import Records
from liangxing.register.models import Household, Resident

from .models import Service, Volunteer


def services_of(household: Household) -> Records[Service]:
    """The services of the volunteers who live in *household*, the newest first."""
    people = Resident.objects.known().filter(household=household.fact).values("fact")
    givers = Volunteer.objects.known().filter(community=household.community, resident__in=people).values("fact")
    return Service.objects.known().filter(volunteer__in=givers).select_related("activity", "volunteer")
