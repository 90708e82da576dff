"""What homes saved, through acts: proven, not proven, or unknown with a reason; and twice the same."""

from datetime import date, timedelta
from decimal import Decimal
from importlib import import_module
from math import cos, exp, pi

import pytest

from liangxing.kernel.period import Period
from liangxing.measures.figures import figures
from liangxing.metering.savings import caltrack, work
from liangxing.records.actions import write, write_many
from liangxing.register.models import Household
from liangxing.rooms.saving.actions import prove
from liangxing.rooms.saving.models import (
    Fitted,
    Meter,
    Reading,
    SavedUse,
    SavingCampaign,
    SavingMeasure,
    Usage,
    WeatherDay,
)
from liangxing.rooms.saving.queries import saved, sums

BEGAN, TODAY, SINCE = date(2026, 1, 1), date(2026, 7, 9), date(2025, 1, 1)
MONTHS = [date(2025 + m // 12, m % 12 + 1, 1) for m in range(19)]
HOMES, SAVERS = 18, 5  # and two of whom too little is known


def warm(day):
    """Winter 5 °C, summer 30 °C, and some days off it."""
    return 17.5 - 12.5 * cos((day.timetuple().tm_yday - 20) / 365 * 2 * pi) + (day.toordinal() * 37 % 11 - 5) / 2


def kwh(day, home, less):
    """A day's use: cooling above 25 °C, a little heating, what this home is like, and how its second year is."""
    weather = 4 + 0.6 * max(warm(day) - 25, 0) + 0.2 * max(10 - warm(day), 0)
    year = exp((home * 29 % 13 - 6) / 200) * (1 - less) if day >= BEGAN else 1
    return weather * (1 + home % 7 / 10) * year * (1 + (day.toordinal() * (home + 3) % 7 - 3) / 30)


@pytest.fixture
def community(who, jinhui, home):
    days = [SINCE + timedelta(n) for n in range((MONTHS[-1] - SINCE).days)]
    write_many(
        [WeatherDay(station="S", day=d, mean_cel=round(Decimal(warm(d)), 1), source="invented") for d in days], **who
    )
    write(SavingCampaign(code="c", name="c", day=BEGAN), **who)
    homes = [Household(code=f"h{n:03}", building=home.building, day=SINCE) for n in range(HOMES + SAVERS + 2)]
    write_many(homes, **who)
    plain = {"sort": "electricity", "serves": "household", "unit": "kW.h", "day": SINCE}
    meters = [Meter(code=f"m{n:03}", household=lives, **plain) for n, lives in enumerate(homes)]
    write_many(meters, **who)
    rows = []
    for n, (lives, meter) in enumerate(zip(homes, meters, strict=True)):
        saves = HOMES <= n < HOMES + SAVERS
        if saves:
            write(SavingMeasure(household=lives, sort="lamp", day=BEGAN), **who)
        told = MONTHS if n < HOMES + SAVERS else MONTHS[8:] if n == HOMES + SAVERS else MONTHS[:12]
        shown = 100.0
        for first, after in zip([None, *told], told, strict=False):
            if first is not None:
                shown += sum(kwh(first + timedelta(d), n, 0.4 if saves else 0) for d in range((after - first).days))
            rows.append(Reading(meter=meter, day=after, reading=round(Decimal(shown), 2)))
    write_many(rows, **who)
    return jinhui


def test_savings_are_proven_or_not_and_what_is_missing_says_why(community, who, monkeypatch):
    assert prove(community, today=TODAY, by="worker", cores=1) == HOMES + SAVERS + 2
    assert saved.counts(community, "electricity") == {"saved": SAVERS, "more": 0, "unproven": HOMES, "insufficient": 2}
    by_code = {use.meter.code: use for use in saved.saved_uses(community, "electricity").select_related("meter")}
    short, away = by_code[f"m{HOMES + SAVERS:03}"], by_code[f"m{HOMES + SAVERS + 1:03}"]
    assert (short.reasons, away.reasons) == (",baseline-short,", ",too-soon,")
    assert (short.saved, len(saved.reasons_of(short))) == (None, 1)
    proven = by_code[f"m{HOMES:03}"]
    assert proven.saved_low < proven.expected * Decimal("0.4") < proven.saved_high
    assert (proven.method, proven.occasion, proven.compared >= 15) == ("caltrack-billing", "measure", True)
    proofs = sums.newest(community, "electricity")
    assert sums.total(community, "electricity").counted == SAVERS
    assert {use.household_id for use in sums.of_kind(community, "lamp", proofs)} == {
        use.household_id for use in proofs if use.occasion == "measure"
    }
    assert [len(some) for some in sums.by_pledge(community, proofs)] == [0, HOMES + SAVERS + 2]
    keys = ["saving.proven_homes", "saving.unproven_homes", "saving.homes_without_data", "saving.tested_homes"]
    assert list(figures(keys, community, Period.year(2026)).values()) == [SAVERS, HOMES, 2, HOMES + SAVERS + 2]

    def never(case):
        raise AssertionError("what is known is not worked out again")

    monkeypatch.setattr(caltrack, "answer", never)
    assert prove(community, today=TODAY, by="worker", cores=1) == 0
    monkeypatch.undo()
    fits = Fitted.objects.count()
    write(Usage(meter=away.meter, day=MONTHS[11], until=MONTHS[14], used=900), **who)
    assert prove(community, today=TODAY, by="worker", cores=1) == 1, "a bill across the beginning changes nobody else"
    assert Fitted.objects.count() == fits + 1, "and worked out was this one alone"
    assert SavedUse.objects.known().count() == HOMES + SAVERS + 2


def test_water_is_compared_month_by_month_without_weather(who, jinhui, home):
    meter = write(Meter(code="w1", sort="water", serves="household", household=home, unit="m3", day=SINCE), **who)
    write(SavingMeasure(household=home, sort="appliance", day=date(2026, 1, 15)), **who)
    bills = [(date(2025, m, 1), date(2025 + (m + 2) // 13, (m + 1) % 12 + 1, 1), 20 + m) for m in (1, 3, 5, 7, 9, 11)]
    bills += [(date(2026, m, 1), date(2026, m + 1, 1), 8 + m / 10) for m in (2, 3, 4, 5)]
    write_many([Usage(meter=meter, day=a, until=b, used=used) for a, b, used in bills], **who)
    assert prove(jinhui, today=TODAY, by="worker") == 1
    (use,) = SavedUse.objects.known()
    assert (use.method, use.unit, use.verdict, use.reasons) == ("means", "m3", "unproven", ",no-group,")
    assert use.day == date(2026, 2, 1), "the month in which it began is on neither side"
    assert use.saved_low < use.saved < use.saved_high


def test_whoever_is_cut_off_goes_on_where_it_was(who, jinhui, home, monkeypatch):
    meters = [Meter(code=f"w{n}", household=home, sort="water", serves="household", unit="m3", day=SINCE)
              for n in range(4)]  # fmt: skip
    write_many(meters, **who)
    bills = [Usage(meter=meter, day=MONTHS[n], until=MONTHS[n + 1], used=Decimal(9 + m)) for m, meter in enumerate(meters)
             for n in range(len(MONTHS) - 1)]  # fmt: skip
    write_many(bills, **who)
    write(SavingCampaign(code="c", name="c", day=BEGAN), **who)
    proving = import_module(prove.__module__)
    whole, done = work.answers, []

    def cut_off(cases, cores):
        for n, told in enumerate(whole(cases, cores)):
            if n == 1:
                raise KeyboardInterrupt
            done.append(told[0])
            yield told

    monkeypatch.setattr(proving, "answers", cut_off)
    with pytest.raises(KeyboardInterrupt):
        prove(jinhui, today=TODAY, by="worker")
    assert (Fitted.objects.count(), SavedUse.objects.count()) == (1, 0)

    def counted(cases, cores):
        done.extend(cases)
        yield from whole(cases, cores)

    monkeypatch.setattr(proving, "answers", counted)
    assert prove(jinhui, today=TODAY, by="worker") == 4
    assert len(done) == len(set(done)) == Fitted.objects.count()
