"""Bins, works and parking as figures."""

from datetime import date

from liangxing.kernel.period import Period
from liangxing.measures.figures import figure
from liangxing.records.actions import end, write, write_many
from liangxing.register.models import Place
from liangxing.rooms.environment.models import ParkingPlaces, SortedBin, Works

DAY = date(2012, 7, 1)


def test_bins_are_counted_as_of_a_day_and_carry_their_edition(who, jinhui):
    road = write(Place(code="r", name="r", sort="road", day=DAY), **who)
    old = [write(SortedBin(code=f"o{n}", road=road, edition="2008", day=DAY), **who) for n in range(3)]
    for each in old:
        end(each, until=date(2020, 6, 1), by="worker")
    write_many([SortedBin(code=f"n{n}", road=road, edition="2019", day=date(2020, 6, 1)) for n in range(2)], **who)
    assert figure("environment.sorted_bins", jinhui, Period.until(date(2013, 3, 31))) == 3
    assert figure("environment.sorted_bins", jinhui, Period.until(date(2020, 5, 31))) == 3
    assert figure("environment.sorted_bins", jinhui, Period.until(date(2020, 6, 1))) == 2
    assert figure("environment.bins_2019", jinhui, Period.until(date(2013, 3, 31))) == 0


def test_two_works_on_one_road_are_one_road(who, jinhui):
    roads = [write(Place(code=c, name=c, sort="road", day=DAY), **who) for c in "ab"]
    write_many([Works(code=f"w{n}", name="x", sort="pavement", road=roads[n // 2], day=DAY) for n in range(3)], **who)
    write(Works(code="s", name="x", sort="signs", road=roads[0], day=DAY), **who)
    assert figure("environment.pavements_relaid", jinhui, Period.year(2012)) == 2
    assert figure("environment.shop_signs_unified", jinhui, Period.year(2012)) == 1
    assert figure("environment.estate_works", jinhui, Period.year(2012)) == 0


def test_parking_places_add_up(who, jinhui):
    write_many([ParkingPlaces(code=str(n), places=n * 100, day=DAY) for n in (1, 2)], **who)
    assert figure("environment.parking_added", jinhui, Period.year(2012)) == 300
