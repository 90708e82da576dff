"""The weather that is known."""

from __future__ import annotations

from collections import Counter
from typing import Any

from liangxing.ledger.models import Community
from liangxing.metering.savings.weather import Weather
from liangxing.metering.tables import day_number

from ..models import WeatherDay


def weather_of(community: Community) -> Weather:
    """Daily temperatures of the station that tells most days: two stations are never mixed."""
    known: Any = WeatherDay.objects.known().filter(community=community).order_by()
    rows = list(known.values_list("station", "day", "mean_cel"))
    most = Counter(station for station, _day, _cel in rows).most_common(1)
    station = most[0][0] if most else ""
    return Weather.of({day_number(day): float(cel) for name, day, cel in rows if name == station})
