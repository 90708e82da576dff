"""Households and persons: as many as stated, of all ages, and invented."""

from collections import Counter
from datetime import date

from stdnum.cn import uscc

from demo import register
from demo.facts import FACTS, REPORT_DAY, TODAY
from demo.people import homes, is_invented, residents


def standing(day):
    return [p for p in residents(TODAY) if p.day <= day and (p.until is None or p.until > day)]


def test_households_and_residents_of_the_report():
    assert len({home.code for home in homes()}) == FACTS["community"]["households"]
    assert FACTS["community"]["population_at_least"] < len(standing(REPORT_DAY)) < 9000


def test_the_community_stays_about_as_large():
    assert FACTS["community"]["population_at_least"] < len(standing(TODAY)) < 9000


def test_all_ages_are_there():
    ages = {(REPORT_DAY - p.born).days // 365 for p in standing(REPORT_DAY)}
    assert {0, 1, 2, *range(4, 80)} <= ages
    assert max(ages) < 115
    assert all(p.born <= p.day for p in residents(TODAY))


def test_no_household_is_left_empty():
    assert {p.household for p in standing(TODAY)} == {home.code for home in homes()}


def test_codes_are_told_apart():
    assert max(Counter(p.code for p in residents(TODAY)).values()) == 1


def test_names_are_invented():
    assert all(is_invented(p.name) for p in residents(TODAY))
    column = register.POST.index("姓名")
    assert all(is_invented(row[column]) for row in register.posts(TODAY).rows)


def test_what_is_known_of_an_earlier_day_stays():
    early = {p.code: p for p in residents(date(2020, 1, 1))}
    late = {p.code: p for p in residents(TODAY)}
    assert early.keys() < late.keys()
    assert all(late[code].until == p.until for code, p in early.items() if p.until)


def test_credit_codes_check_and_are_nobodys():
    codes = [row[3] for row in register.organisations().rows if row[3]]
    assert len(codes) == len(set(codes)) == 19
    assert all(uscc.is_valid(code) and code[2:8] == register.NO_PLACE for code in codes)
    assert "湖南湘牛环保有限公司" not in [row[1] for row in register.organisations().rows if row[3]]
