"""An invented community for savings: its weather, homes that differ, and years that differ; what is saved is known."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import numpy as np

from liangxing.metering.savings.cases import Answer, Case
from liangxing.metering.savings.weather import Weather
from liangxing.metering.tables import day_number

FIRST, BEGAN, AFTER = (day_number(date(year, 1, 1)) for year in (2023, 2025, 2026))
DAYS = AFTER - FIRST
YEAR_TO_YEAR = 0.06  # one standard deviation by which a home's next year differs though it saves nothing
COMMON = -0.03  # by which everybody's does: a dear or a mild year that weather does not explain


def weather(seed: int) -> Weather:
    """Three years such as Changsha has: damp heat, short winters, days that follow each other."""
    drawn = np.random.default_rng(seed)
    push, cel = 0.0, np.empty(DAYS)
    for n in range(DAYS):
        push = 0.7 * push + drawn.normal(0, 2.2)
        cel[n] = 18 - 12.5 * np.cos(2 * np.pi * (n % 365 - 20) / 365) + push
    return Weather(FIRST, np.round(cel, 1))


def home(around: Weather, seed: int) -> np.ndarray:
    """A home's use by day in kWh: what it always needs, cooling, some heating, habits that last, and another year."""
    drawn = np.random.default_rng(seed)
    needs, cools, heats = drawn.uniform(2, 6), drawn.uniform(0.3, 0.9), drawn.uniform(0, 0.4)
    usual = needs + cools * np.maximum(around.cel - 25, 0) + heats * np.maximum(10 - around.cel, 0)
    habit, last = np.empty(DAYS), 0.0
    for n in range(DAYS):
        last = 0.4 * last + drawn.normal(0, 0.25)
        habit[n] = last
    used = usual * np.exp(habit - 0.03)
    used[BEGAN - FIRST :] *= np.exp(drawn.normal(COMMON, YEAR_TO_YEAR))
    return used


def case(around: Weather, used: np.ndarray) -> Case:
    """The case of a home that is read every day: 2024 before, 2025 since."""
    days = np.arange(FIRST, AFTER)
    return Case("electricity", days, days + 1, used, np.zeros(DAYS), BEGAN, BEGAN, AFTER, around)


def saving(answer: Answer, share: float) -> tuple[Answer, float]:
    """The answer of a home that did nothing, had it saved so much; and how much that is."""
    used = answer.used or 0.0
    return replace(answer, used=used * (1 - share)), used * share
