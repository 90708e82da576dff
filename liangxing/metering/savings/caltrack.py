"""CalTRACK by the package ``opendsm``: a year before is fitted to its weather, and asked what the time since would use.

Method and sections: CalTRACK 2.0 Technical Guidelines, https://docs.caltrack.org. Its model is the package's *legacy*
one, that is CalTRACK 2.0 as it stands, for days and for bills; the package's newer default splits and smooths, takes
five times as long and is not what the guidelines say. Of its settings one is changed, the search for the least error.

The error of a sum is that of ASHRAE Guideline 14, corrected for days that resemble their neighbours, as the package
works it out (``ReportingMetrics``); what homes do otherwise from year to year is not in it: see ``verdict``.
"""

from __future__ import annotations

import logging
from dataclasses import replace
from importlib.util import find_spec
from math import hypot
from typing import Any

import numpy as np

from .bills import Bills, bills_before
from .cases import SHORT_D, Answer, Case, Days, Reason
from .weather import fahrenheit

SURE = 0.9
DAILY = 0.9  # so much of the year before must be known day by day; otherwise it is bills
MISSING = 0.1
ZONE = "Asia/Shanghai"
# The package's own BOBYQA finds the least error of its model in a third of the time that its SBPLX takes, and as often
# a smaller as a greater one: what a home would have used differs by half a hundredth at most (docs/decisions).
SEARCH = {"developer_mode": True, "silent_developer_mode": True, "algorithm_choice": "nlopt_bobyqa"}
NAMES = {
    "no_data": Reason.NO_READINGS,
    "incorrect_number_of_total_days": Reason.BASELINE_SHORT,
    "negative_observed_values": Reason.NEGATIVE,
    "too_many_days_with_missing_temperature_data": Reason.WEATHER,
    "too_many_days_with_missing_observed_data": Reason.BASELINE_GAPS,
    "too_many_days_with_missing_joint_data": Reason.BASELINE_GAPS,
    "missing_monthly_temperature_data": Reason.WEATHER_THIN,
    "offcycle_reads_in_billing_monthly_data": Reason.OFF_CYCLE,
    "offcycle_reads_in_billing_bimonthly_data": Reason.OFF_CYCLE,
    "model_fit_metrics": Reason.POOR_FIT,
}
SAID_ONLY = {Reason.WEATHER_THIN, Reason.OFF_CYCLE}  # fitted all the same, on the days that are left
STEEPEST = 3.0  # no home is expected to use more than so many times its highest day


class NotInstalled(Exception):
    """The package is not there; what to do stands in the message."""

    def __init__(self) -> None:
        super().__init__("Savings are worked out by the package opendsm: pip install 'liangxing[savings]'")


def installed() -> None:
    """``NotInstalled`` when the package is not there; it is not read for that."""
    if find_spec("opendsm") is None:
        raise NotInstalled


def package() -> Any:
    """The package, which takes seconds to read; ``NotInstalled`` when it is not there."""
    try:
        from opendsm import eemeter
    except ImportError as missing:
        raise NotInstalled from missing
    logging.getLogger("eemeter").setLevel(logging.CRITICAL)  # it says its doubts in what it gives back, too
    return eemeter


def by_days(case: Case) -> bool:
    """Whether the year before is known day by day."""
    begin, end, _amount, _guess = case.within(case.year, case.before)
    return int((end - begin == 1).sum()) >= DAILY * (case.before - case.year)


def answer(case: Case) -> Answer:
    """What the meter would have used and did use, by days where the year before is known so, otherwise by bills."""
    heats = case.carrier != "electricity"
    method = "heating-days" if heats else "caltrack-daily" if by_days(case) else "caltrack-billing"
    nothing = Answer(method, case.after - case.first)
    begin, end, amount, _guess = case.since()
    if int((end - begin).sum()) < SHORT_D:
        return nothing.but(Reason.TOO_SOON)
    before = bills_before(case, daily=method == "caltrack-daily")
    if before.reasons:
        return nothing.but(*before.reasons)
    model, reasons = _fitted(case, before, method)
    nothing = replace(nothing, a_year=before.a_year)
    if set(reasons) - SAID_ONLY:
        return nothing.but(*reasons)
    covered = np.zeros(case.after - case.first, dtype=bool)
    for a, b in zip(begin, end, strict=True):
        covered[a - case.first : b - case.first] = True
    return _since(case, model, before, replace(nothing, reasons=tuple(reasons)), covered, float(amount.sum()))


def _fitted(case: Case, before: Bills, method: str) -> tuple[Any, list[Reason]]:
    """The model of the year before, and what speaks against it."""
    em = package()
    frame = frame_of(before.first, before.observed, case.weather.told(before.first, before.after))
    power = case.carrier == "electricity"
    if method == "caltrack-daily":
        data, model = em.DailyBaselineData(frame, is_electricity_data=power), em.DailyModel("legacy", settings=SEARCH)
    else:
        data, model = em.BillingBaselineData(frame, is_electricity_data=power), em.BillingModel(settings=SEARCH)
    against = named(data.disqualification)
    if set(against) - SAID_ONLY:
        return None, against
    model.fit(data, ignore_disqualification=True)
    return model, list(dict.fromkeys([*against, *named(model.disqualification)]))


def frame_of(first: int, observed: Days, cel: Days) -> Any:
    """Days, use and temperature as the package wants them."""
    import pandas as pd

    days = pd.date_range(pd.Timestamp(int(first), unit="D"), periods=len(cel), freq="D").tz_localize(ZONE)
    return pd.DataFrame({"observed": observed, "temperature": fahrenheit(cel)}, index=days)


def named(disqualified: Any) -> list[Reason]:
    """The package's codes by our names; one that we do not know is a doubt all the same."""
    codes = [one.qualified_name.rpartition(".")[2] for one in disqualified]
    return list(dict.fromkeys(NAMES.get(code, Reason.DOUBTFUL) for code in codes))


def _since(case: Case, model: Any, before: Bills, said: Answer, covered: Days, used: float) -> Answer:
    """What *model* expects of the days that are *covered*, with its error."""
    from opendsm.common.metrics import ReportingMetrics

    cel, spread = case.weather.filled(case.first, case.after)
    known = covered & ~np.isnan(cel)
    if known.sum() < covered.sum():  # not even the usual weather is known: those days are left out, and so is their use
        used *= known.sum() / covered.sum()
    if known.sum() < SHORT_D:
        return said.but(Reason.WEATHER)
    usual = predicted(model, case.first, cel)
    if _absurd(case.carrier, model, before, usual[known]):
        return said.but(Reason.ABSURD)
    expected = float(usual[known].sum())
    frame = frame_of(case.first, np.where(known, used / known.sum(), np.nan), cel).assign(predicted=usual)
    by = "daily" if said.method == "caltrack-daily" else "billing"
    metrics = ReportingMetrics(
        baseline_metrics=model.baseline_metrics, reporting_df=frame, data_frequency=by, confidence_level=SURE
    )
    error = float(metrics.total_savings_uncertainty or np.inf) / float(metrics.t_stat)
    filled = known & (spread > 0)
    if filled.any():
        warmer, colder = (predicted(model, case.first, cel + sign * spread) for sign in (1, -1))
        error = hypot(error, float(np.abs(warmer - colder)[filled].sum()) / 2)
        said = replace(said, reasons=(*said.reasons, Reason.WEATHER_FILLED))
    if not np.isfinite(error) or expected <= 0:
        return said.but(Reason.POOR_FIT)
    return replace(said, known_d=int(known.sum()), used=used, expected=expected, error=error)


def predicted(model: Any, first: int, cel: Days) -> Days:
    """What the model expects of each day; not a number where the weather is not known."""
    em = package()
    data = em.BillingReportingData if isinstance(model, em.BillingModel) else em.DailyReportingData
    frame = frame_of(first, np.full(len(cel), np.nan), cel)
    told = model.predict(data(frame, is_electricity_data=True), ignore_disqualification=True)
    return np.asarray(told["predicted"].reindex(frame.index), dtype=np.float64)


def _absurd(carrier: str, model: Any, before: Bills, usual: Days) -> bool:
    """Whether a balance point lies outside the weather of the year before, or a slope leads where no home goes.

    A balance point that the search left at the edge of what it never saw makes a slope of two hot days; asked about a
    hotter summer it promises savings that are not there (openeemeter/caltrack#133). Gas and heat cool no home.
    """
    if float(usual.max()) > STEEPEST * before.highest or float(usual.min()) < 0:
        return True
    low, high = (float(f(before.cel)) for f in (np.nanmin, np.nanmax))
    for part in model.params.submodels.values():
        if carrier != "electricity" and part.coefficients.cdd_bp is not None:
            return True
        points = [part.coefficients.hdd_bp, part.coefficients.cdd_bp]
        if any(p is not None and not fahrenheit(np.array(low)) <= p <= fahrenheit(np.array(high)) for p in points):
            return True
    return False
