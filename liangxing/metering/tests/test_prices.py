"""Prices and factors hold from their day, say where they were read, and never rewrite what is past."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from liangxing.metering import factors, tariffs

STEPS = "steps = [{ up_to = 100, price_cny = 0.5 }, { up_to = 200, price_cny = 0.6 }, { price_cny = 0.9 }]"
SOURCE = 'source = { title = "t", status = "unverified" }'
BOOK = f"""
key = "t"
carrier = "water"
unit = "m3"
title = {{ en = "t" }}
[[edition]]
from = 2020-01-01
by = "month"
{SOURCE}
[[edition.season]]
{STEPS}
"""
LATER = (
    BOOK
    + f'[[edition]]\nfrom = 2026-02-01\nby = "month"\n{SOURCE}\n[[edition.season]]\nsteps = [{{ price_cny = 2 }}]\n'
)
YEARLY = BOOK.replace('"month"', '"year"')


def tariff(folder, text=BOOK):
    (folder / "t.toml").write_text(text, "utf-8")
    return tariffs.read(folder)["t"]


@pytest.mark.parametrize(("used", "first", "after", "cny", "estimated"), [
    (90, date(2026, 1, 1), date(2026, 2, 1), "45.00", False),
    (250, date(2026, 1, 1), date(2026, 2, 1), "155.00", False),
    (250, date(2025, 11, 1), date(2026, 1, 1), "130.00", False),  # two months: 200 in the first step, 50 in the second
    (0, date(2026, 1, 1), date(2026, 2, 1), "0.00", False),
    (1, date(2024, 2, 1), date(2024, 3, 1), "0.50", False),
])  # fmt: skip
def test_use_is_priced_by_steps_and_two_months_have_twice_the_steps(tmp_path, used, first, after, cny, estimated):
    cost = tariff(tmp_path).cost(Decimal(used), first, after)
    assert (str(cost.amount_cny), cost.estimated) == (cny, estimated)


def test_before_the_first_edition_nothing_is_known(tmp_path):
    assert tariff(tmp_path).cost(Decimal(5), date(2019, 12, 31), date(2020, 2, 1)) is None


def test_a_new_edition_never_rewrites_the_past(tmp_path):
    asked = (Decimal(150), date(2026, 1, 1), date(2026, 2, 1))
    before = tariff(tmp_path).cost(*asked)
    later = tariff(tmp_path, LATER)
    assert later.cost(*asked) == before
    assert later.cost(Decimal(150), date(2026, 2, 1), date(2026, 3, 1)).amount_cny == 300
    across = later.cost(Decimal(118), date(2026, 1, 1), date(2026, 3, 1))
    assert (across.amount_cny, across.estimated) == (Decimal("143.00"), True)  # 62 at 0.5, 56 at 2


def test_steps_of_a_year_go_on_from_what_the_year_has_used(tmp_path):
    yearly = tariff(tmp_path, YEARLY)
    march = (date(2026, 3, 1), date(2026, 4, 1))
    assert yearly.cost(Decimal(30), *march, before=Decimal(90)).amount_cny == Decimal("17.00")
    guess = yearly.cost(Decimal(30), *march)
    assert guess.estimated
    assert guess.amount_cny == Decimal("21.17")  # a twelfth of each step: 8.33 at 0.5, 8.33 at 0.6, 13.33 at 0.9


@given(st.lists(st.integers(0, 500), min_size=2, max_size=12))
def test_a_year_told_in_parts_costs_what_the_whole_costs(parts):
    from pathlib import Path
    from tempfile import TemporaryDirectory

    with TemporaryDirectory() as folder:
        yearly = tariff(Path(folder), YEARLY)
    whole = yearly.cost(Decimal(sum(parts)), date(2026, 1, 1), date(2027, 1, 1), before=Decimal(0)).amount_cny
    done, added = Decimal(0), Decimal(0)
    for used in parts:
        added += yearly.cost(Decimal(used), date(2026, 3, 1), date(2026, 4, 1), before=done).amount_cny
        done += used
    assert added == whole


@pytest.mark.parametrize(("old", "new"), [
    ("status = \"unverified\"", "status = \"sure\""), ("{ price_cny = 0.9 }", "{ up_to = 150, price_cny = 0.9 }"),
    ("[[edition.season]]", "[[edition.season]]\nmonths = [1, 2]"), ('by = "month"', 'by = "week"'),
])  # fmt: skip
def test_a_book_that_contradicts_itself_is_refused(tmp_path, old, new):
    with pytest.raises(ValueError, match=r".+"):
        tariff(tmp_path, BOOK.replace(old, new))


def test_every_book_that_comes_along_says_its_source_and_its_status():
    books = [*tariffs.tariffs().values(), *factors.factors().values()]
    assert {book.carrier for book in books} == {"electricity", "gas", "heat"}
    for book in books:
        assert {*book.title} == {"zh-hans", "en"}
        for edition in book.editions.every:
            assert edition.source.title
            assert edition.source.status == "read" or {*edition.source.note} == {"zh-hans", "en"}, (
                "where was it met, if not read?"
            )


def test_a_summer_month_in_hunan_is_priced_with_its_own_steps():
    prices = tariffs.tariffs()["electricity-hunan"]
    assert prices.cost(Decimal(500), date(2026, 7, 1), date(2026, 8, 1)).amount_cny == Decimal("321.50")
    assert prices.cost(Decimal(500), date(2026, 4, 1), date(2026, 5, 1)).amount_cny == Decimal("346.50")


def test_each_day_emits_by_the_factor_of_its_year():
    factor = factors.factors()["electricity-china"]
    told = factor.emitted(Decimal(62), date(2021, 12, 1), date(2022, 2, 1))
    assert told.mass_kg == 31 * Decimal("0.5568") + 31 * Decimal("0.5366")
    assert factor.emitted(Decimal(1), date(2020, 12, 1), date(2021, 2, 1)) is None
