"""Factors and prices: every edition of both, with its source and whether anybody has read it there."""

from __future__ import annotations

from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.timezone import localdate
from django.utils.translation import get_language

from liangxing.kernel.language import nearest
from liangxing.metering.factors import factors
from liangxing.metering.tariffs import tariffs
from liangxing.records.visit import Visit

from ..models.meters import Carrier
from ..queries.tips import tips


def prices(request: Visit) -> HttpResponse:
    """All that the program brings, as of today, the newest edition first; the older ones still hold for their days."""
    today, language = localdate(), nearest(get_language())

    def told(book: Any) -> dict[str, Any]:
        now = book.editions.on(today)
        editions = [(edition, edition == now) for edition in reversed(book.editions.every)]
        return {"title": book.title[language], "unit": book.unit, "editions": editions}

    have = {tariff.carrier for tariff in tariffs().values()}
    return render(request, "saving/prices.html", {
        "day": today,
        "tariffs": [told(tariff) for tariff in tariffs().values()],
        "factors": [told(factor) for factor in factors().values()],
        "without": [carrier.label for carrier in Carrier if carrier not in have],
        "tips": [(tip.words[language], tip.worked[language], tip.source) for tip in tips()],
    })  # fmt: skip
