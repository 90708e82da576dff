"""Daily mean temperatures outside, in °C; and what usually stands where a day is missing."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from ..tables import day_of

NEAR_D = 10  # the usual temperature of a day is that of the days around it in all years that are known
FEW = 7
BRIDGED_D = 3  # a gap as short as this is bridged by a straight line
BRIDGE_SPREAD_CEL = 1.5
Temperatures = NDArray[Any]


@dataclass(frozen=True, slots=True)
class Weather:
    """``cel[n]``: the mean of day ``first + n``; not a number where nobody knows. ``spread``: how sure a day is.

    >>> weather = Weather.of({10: 20.0, 12: 24.0})
    >>> weather.told(10, 13).tolist(), [float(part[1]) for part in weather.filled(10, 13)]
    ([20.0, nan, 24.0], [22.0, 1.5])
    """

    first: int
    cel: Temperatures

    @classmethod
    def of(cls, days: Mapping[int, float]) -> Weather:
        """From temperatures by the numbers of their days."""
        if not days:
            return cls(0, np.empty(0))
        first = min(days)
        cel = np.full(max(days) - first + 1, np.nan)
        cel[np.fromiter(days, dtype=np.int64) - first] = list(days.values())
        return cls(first, cel)

    def told(self, first: int, after: int) -> Temperatures:
        """Of the days from *first* to before *after*."""
        found = np.full(max(after - first, 0), np.nan)
        low, high = max(first, self.first), min(after, self.first + len(self.cel))
        if low < high:
            found[low - first : high - first] = self.cel[low - self.first : high - self.first]
        return found

    def between(self, first: int, after: int) -> Weather:
        """Those days alone."""
        return Weather(first, self.told(first, after))

    def filled(self, first: int, after: int) -> tuple[Temperatures, Temperatures]:
        """Of these days the temperatures, and one standard deviation of each: 0 where it was measured.

        Up to three missing days are bridged; any other stands as it was on the days around it in all known years. Not a
        number where even that is not known.
        """
        cel = self.told(first, after)
        spread = np.zeros_like(cel)
        for start, stop in _gaps(np.isnan(cel)):
            edges = self.told(first + start - 1, first + start), self.told(first + stop, first + stop + 1)
            if stop - start <= BRIDGED_D and not np.isnan(np.concatenate(edges)).any():
                cel[start:stop] = np.linspace(edges[0][0], edges[1][0], stop - start + 2)[1:-1]
                spread[start:stop] = BRIDGE_SPREAD_CEL
            else:
                for n in range(start, stop):
                    cel[n], spread[n] = self._usual(first + n)
        return cel, spread

    def _usual(self, day: int) -> tuple[float, float]:
        """Mean and spread of the days around that day of the year; the 29th of February is the 60th day like others."""
        place = day_of(day).timetuple().tm_yday
        near = [
            value
            for n, value in enumerate(self.cel.tolist())
            if value == value and _apart(day_of(self.first + n).timetuple().tm_yday, place) <= NEAR_D
        ]
        return (float(np.mean(near)), float(np.std(near, ddof=1))) if len(near) >= FEW else (np.nan, np.nan)


def _gaps(missing: NDArray[np.bool_]) -> list[tuple[int, int]]:
    """The runs of missing days."""
    edges = np.flatnonzero(np.diff(np.concatenate([[False], missing, [False]]).astype(int)))
    return [(int(a), int(b)) for a, b in zip(edges[::2], edges[1::2], strict=True)]


def _apart(one: int, other: int) -> int:
    between = abs(one - other)
    return min(between, 366 - between)


def fahrenheit(cel: Temperatures) -> Temperatures:
    """As the package counts temperatures; nothing else here does."""
    return np.asarray(cel * 9 / 5 + 32)
