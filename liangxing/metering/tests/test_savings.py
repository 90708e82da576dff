"""Savings in plain Python: equal to the package where it is asked alone, honest where it is not sure."""

import csv
import gzip
from collections import defaultdict
from dataclasses import replace
from datetime import date, datetime
from functools import cache
from itertools import pairwise
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from liangxing.kernel.drawing import drawn
from liangxing.metering.savings import caltrack, means
from liangxing.metering.savings.cases import Answer, Case, periods
from liangxing.metering.savings.similar import LEAST, Home, groups
from liangxing.metering.savings.verdict import One, proof, together
from liangxing.metering.savings.weather import Weather
from liangxing.metering.tables import day_number, day_of

BEFORE, FIRST, AFTER = (day_number(date(*day)) for day in ((2016, 12, 1), (2017, 2, 1), (2017, 11, 1)))


def sample(name):
    """A published sample of the package, which it carries: (day, value), and the temperatures of its station in °C."""
    folder = Path(pytest.importorskip("opendsm").__file__).parent / "eemeter/samples"
    with gzip.open(folder / f"il-{name}.csv.gz", "rt") as file:
        rows = [(datetime.fromisoformat(start), value) for start, value in list(csv.reader(file))[1:]]
    hours = defaultdict(list)
    with gzip.open(folder / "il-tempF.csv.gz", "rt") as file:
        for moment, warm in list(csv.reader(file))[1:]:
            if warm:
                hours[day_number(datetime.fromisoformat(moment).date())].append((float(warm) - 32) * 5 / 9)
    told = [(day_number(start.date()), float(value) if value else None) for start, value in rows]
    return told, Weather.of({day: float(np.mean(of_day)) for day, of_day in hours.items()})


def case_of_sample(name, carrier="electricity"):
    told, weather = sample(name)
    spans = [(a, b, used) for (a, used), (b, _next) in pairwise(told) if used is not None]
    begin, end, amount = (np.array(column) for column in zip(*spans, strict=True))
    return Case(carrier, begin, end, amount, np.zeros(len(spans)), BEFORE, FIRST, AFTER, weather)


def asked_directly(case, first, observed, *, daily, settings, electricity=True):
    """The same question put to the package alone."""
    em = caltrack.package()
    frame = caltrack.frame_of(first, observed, case.weather.told(first, first + len(observed)))
    since = caltrack.frame_of(FIRST, np.full(AFTER - FIRST, np.nan), case.weather.told(FIRST, AFTER))
    if daily:
        model = em.DailyModel("legacy", settings=settings).fit(em.DailyBaselineData(frame, electricity))
        return model.predict(em.DailyReportingData(since, electricity))["predicted"]
    model = em.BillingModel(settings=settings).fit(em.BillingBaselineData(frame, electricity))
    return model.predict(em.BillingReportingData(since, electricity))["predicted"]


@pytest.mark.parametrize(("name", "carrier"), [
    ("electricity-cdd-hdd-daily", "electricity"),
    ("electricity-cdd-hdd-billing_monthly", "electricity"),
    ("electricity-cdd-only-billing_bimonthly", "electricity"),
    ("gas-hdd-only-billing_monthly", "gas"),
])  # fmt: skip
def test_on_the_packages_own_data_we_say_what_it_says(name, carrier):
    case = case_of_sample(name, carrier)
    ours = caltrack.answer(case)
    daily = name.endswith("daily")
    before = caltrack.bills_before(case, daily=daily)
    begin, end, amount, _guess = case.since()
    covered = np.concatenate([np.arange(a, b) for a, b in zip(begin, end, strict=True)]) - FIRST
    theirs = asked_directly(
        case, before.first, before.observed, daily=daily, settings=caltrack.SEARCH, electricity=carrier != "gas"
    )
    assert ours.expected == pytest.approx(float(theirs.iloc[covered].sum()), rel=1e-9)
    assert ours.used == pytest.approx(float(amount.sum()))
    standard = asked_directly(
        case, before.first, before.observed, daily=daily, settings=None, electricity=carrier != "gas"
    )
    assert ours.expected == pytest.approx(float(standard.iloc[covered].sum()), rel=0.01), "by its own search, too"
    assert abs(ours.share - 0.1) * ours.expected <= 2 * ours.error, "the sample was made with 10 % saved"


def test_days_without_weather_widen_the_interval_and_take_nothing_away():
    case = case_of_sample("electricity-cdd-hdd-billing_monthly")
    whole = caltrack.answer(case)
    dark = case.weather.cel.copy()
    dark[FIRST + 30 - case.weather.first : FIRST + 70 - case.weather.first] = np.nan
    partly = caltrack.answer(replace(case, weather=Weather(case.weather.first, dark)))
    assert partly.known_d == whole.known_d
    assert partly.used == whole.used
    assert partly.error > whole.error
    assert partly.reasons == ("weather-filled",)


@pytest.mark.parametrize(("change", "reason"), [
    (lambda c: replace(c, weather=Weather.of({})), "weather"),
    (lambda c: replace(c, guess=np.ones(len(c.guess))), "estimated"),
    (lambda c: replace(c, begin=c.begin[6:], end=c.end[6:], amount=c.amount[6:], guess=c.guess[6:]), "baseline-short"),
    (lambda c: replace(c, after=c.first + 20), "too-soon"),
])  # fmt: skip
def test_what_is_not_sufficient_says_why(change, reason):
    answer = caltrack.answer(change(case_of_sample("electricity-cdd-hdd-billing_monthly")))
    assert (answer.expected, reason in answer.reasons) == (None, True), answer.reasons


def test_a_slope_of_a_few_warm_days_promises_no_saving_in_a_hot_summer():
    """openeemeter/caltrack#133: the year before saw 26 °C at most, the time since 45."""
    year = day_number(date(2025, 1, 1)) - day_number(date(2024, 1, 1))
    days, last = np.arange(year + 200), day_number(date(2024, 1, 1))
    cel = np.where(days < year, 16 - 10 * np.cos(days / 365 * 2 * np.pi), 45.0)
    used = (
        5 + np.random.default_rng(1).normal(0, 0.2, len(days)) + np.where(days < year, 8 * np.maximum(cel - 24, 0), 1)
    )
    start, end = last + year, last + year + 200
    case = Case("electricity", last + days, last + days + 1, used, 0 * days, start, start, end, Weather(last, cel))
    assert caltrack.answer(case).reasons == ("absurd",)


def test_the_month_in_which_it_began_is_on_neither_side_and_a_leap_day_is_a_day():
    assert periods(date(2024, 2, 29)) == (date(2024, 2, 1), date(2024, 3, 1), date(2025, 3, 1))
    assert periods(date(2026, 1, 1)) == (date(2026, 1, 1), date(2026, 1, 1), date(2027, 1, 1))
    case = replace(water(1, 0), before=day_number(date(2025, 1, 1)))
    assert case.before - case.year == 366, "2024 is a whole year of 366 days"


def water(seed, share):
    """Two years of bills of a month; the second year of each home differs by chance, and by what is saved."""
    drawn = np.random.default_rng(seed)
    edges = np.array([day_number(date(2024 + m // 12, m % 12 + 1, 1)) for m in range(25)])
    usual = drawn.uniform(6, 18) * (1 + 0.2 * np.sin(np.arange(24) / 12 * 2 * np.pi))
    used = usual * drawn.normal(1, 0.07, 24)
    used[12:] *= np.exp(drawn.normal(0.03, 0.08)) * (1 - share)
    start = day_number(date(2025, 1, 1))
    return Case("water", edges[:-1], edges[1:], used, np.zeros(24), start, start, int(edges[-1]), Weather.of({}))


@cache
def idle():
    """Homes that do nothing, and use in their second year three percent more, give or take eight."""
    return [Home(str(n), 0, means.answer(water(n, 0))) for n in range(300)]


@pytest.mark.parametrize("share", [0.0, 0.05, 0.1])
def test_nine_of_ten_intervals_hold_the_truth_and_nothing_is_hardly_ever_called_saved(share):
    runs, held, called = len(idle()), 0, 0
    for run, plain in enumerate(idle()):
        others = [home for n, home in enumerate(idle()) if n != run]
        beside = groups(drawn(others, 20, f"run {run}", key=lambda home: home.key), "2025")
        answer = replace(plain.answer, used=plain.answer.used * (1 - share))
        found = proof(answer, beside.of(0, answer.a_year, plain.key))
        held += found.low <= plain.answer.used * share <= found.high
        called += found.verdict == "saved"
    assert held >= 0.88 * runs
    assert share > 0 or called <= 0.05 * runs


def test_without_fifteen_similar_homes_nothing_is_called_proven():
    homes = idle()[:LEAST]
    answer = means.answer(water(999, 0.6))
    found = proof(answer, groups(homes, "2025").of(0, answer.a_year, "other"))
    assert (found.verdict, found.reasons) == ("unproven", ("no-group",))
    homes = idle()[: LEAST + 1]
    assert proof(answer, groups(homes, "2025").of(0, answer.a_year, "other")).verdict == "saved"


def test_nobody_is_compared_with_itself_and_whoever_draws_gets_the_same_groups():
    homes = [replace(home, people=1 + n % 5) for n, home in enumerate(idle()[:90])]
    first, again = groups(homes, "2025"), groups(reversed(homes), "2025")
    for home in homes:
        group = first.of(home.people, home.answer.a_year, home.key)
        assert group == again.of(home.people, home.answer.a_year, home.key)
        assert home.key not in group.shares
        assert len(group.shares) >= LEAST


@given(st.lists(st.tuples(st.floats(-500, 500), st.floats(0, 90), st.floats(0, 90), st.sampled_from("ab")), min_size=1))
def test_a_sum_is_never_surer_than_chance_allows_nor_wider_than_its_parts(told):
    ones = [One(saved, own, shared, group, "2025") for saved, own, shared, group in told]
    whole = together(ones)
    assert whole.saved == pytest.approx(sum(one.saved for one in ones))
    half = (whole.high - whole.low) / 2
    assert half <= 1.645 * sum(one.own_error + one.group_error for one in ones) + 1e-6
    assert half >= 1.644 * max(one.own_error for one in ones) - 1e-6


def test_an_answer_that_is_kept_comes_back_as_it_was():
    answer = Answer("means", 365, 300, 10.0, 12.0, 1.0, 120.0, ("weather-filled",))
    assert Answer.of(answer.told()) == answer
    assert day_of(day_number(date(2024, 2, 29))) == date(2024, 2, 29)
