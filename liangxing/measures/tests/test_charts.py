"""Charts say nothing of groups too small, and put every day where it belongs."""

from datetime import date

import pytest

from liangxing.measures.charts.calendar import SHADES, year_of
from liangxing.measures.charts.ground import HEIGHT, WIDTH, onto, shape_of
from liangxing.measures.charts.shares import Cell, guarded


@pytest.mark.parametrize(("cells", "hidden"), [
    ([(10, 40), (20, 40)], []),
    ([(3, 4), (1, 2), (20, 40)], [0, 1]),  # too few at home
    ([(3, 40), (4, 38), (20, 40)], [0, 1]),  # too few with a measure
    ([(0, 40), (20, 40)], []),  # nobody is nobody
    ([(3, 4), (20, 40), (10, 40)], [0, 2]),  # one alone would follow from the sum
    ([(3, 4)], [0]),
    ([], []),
])  # fmt: skip
def test_no_cell_under_five_households_is_shown(cells, hidden):
    told = guarded([Cell(str(n), part, whole) for n, (part, whole) in enumerate(cells)])
    assert [n for n, cell in enumerate(told) if cell.hidden] == hidden
    assert all(cell.share is None and cell.band is None for cell in told if cell.hidden)


@pytest.mark.parametrize(("part", "band"), [(0, 0), (7, 0), (8, 1), (24, 3), (39, 4), (40, 4)])
def test_a_share_lies_in_its_fifth(part, band):
    assert Cell("a", part, 40).band == band


def test_a_building_where_nobody_lives_has_no_share():
    assert Cell("a", 0, 0).band is None


def test_every_day_of_a_year_stands_once_in_its_week():
    year = year_of(2028, {date(2028, 2, 29): 4, date(2028, 3, 1): 1})  # a leap year
    assert [day.day for day in year.days] == sorted({day.day for day in year.days})
    assert (len(year.days), year.count, year.busy) == (366, 5, 2)
    assert year.fullest.first == date(2028, 2, 1)
    assert all(week[day.day.weekday()] is day for m in year.months for week in m.weeks for day in week if day)
    assert {day.shade for day in year.days} == {0, 1, SHADES}
    assert max(day.x + year.width for day in year.days) <= 100


def test_a_year_without_anything_has_no_fullest_month():
    assert year_of(2026, {}).fullest is None


def test_the_drawing_holds_every_shape_and_north_is_above():
    square = {"type": "Polygon", "coordinates": [[[112.98, 28.11], [112.99, 28.11], [112.99, 28.12], [112.98, 28.11]]]}
    south = {"type": "Point", "coordinates": [112.985, 28.1]}
    to = onto([square, south])
    assert shape_of("s", south, to).at[1] > shape_of("q", square, to, named=True).label[1] / 100 * HEIGHT
    assert all(0 <= n <= WIDTH for n in shape_of("s", south, to).at)
    assert onto([]) is None
