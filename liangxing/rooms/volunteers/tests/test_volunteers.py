"""Volunteers as figures, and without their names."""

from datetime import date

import pytest
from django.db import IntegrityError, transaction

from liangxing.kernel.period import Period
from liangxing.ledger.verify import verify
from liangxing.measures.figures import figure
from liangxing.records.actions import erase, write
from liangxing.rooms.volunteers.models import Service, Volunteer

DAY = date(2012, 3, 5)


def test_an_erased_volunteer_still_counts(who, jinhui):
    kept = write(Volunteer(code="1", name="Tan", team="chunlei", day=DAY), **who)
    write(Service(volunteer=kept, hours_h="2.5", day=DAY), **who)
    erase(kept, *Volunteer.personal, by="secretary", why="asked for")
    assert figure("volunteers.volunteers", jinhui, Period.year(2012)) == 1
    assert figure("volunteers.hours", jinhui, Period.year(2012)) == 2.5
    assert Volunteer.objects.get().name == ""
    assert verify(jinhui) is None


def test_a_day_has_twenty_four_hours(who):
    kept = write(Volunteer(code="1", name="Tan", team="chunlei", day=DAY), **who)
    with pytest.raises(IntegrityError), transaction.atomic():
        write(Service(volunteer=kept, hours_h=25, day=DAY), **who)
