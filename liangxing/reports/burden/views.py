"""Pages of burden: the meter month by month, and the bill as page, Word and PDF."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.timezone import localdate
from django.utils.translation import get_language

from liangxing.kernel.language import nearest
from liangxing.kernel.period import Period
from liangxing.records.visit import Visit
from liangxing.reports.blocks import Document
from liangxing.reports.files import WORD, file_answer, pdf_answer
from liangxing.reports.render.page import context
from liangxing.reports.render.word import docx

from .arithmetic import Return, asked_twice, before_and_after, by_asker, by_form, cost, facts
from .bill import bill
from .gather import returns
from .months import buckets, year

SHOWN = 8  # facts that are seen at once; the rest unfolds


def asked_month(request: Visit) -> date:
    """The first day of the month that the address names, or of the one that runs."""
    try:
        return Period.parse(request.GET.get("month", "")).first
    except ValueError:
        return localdate().replace(day=1)


def _period(request: Visit) -> Period:
    """The twelve months up to the one that the address names, as far as they have passed."""
    months = buckets(asked_month(request))
    last = min(months[-1].last, localdate())
    return Period(months[0].first, max(last + timedelta(days=1), months[0].after))


def meter(request: Visit) -> HttpResponse:
    """Twelve months of what forms cost, the month itself, and the facts that are asked more than once."""
    month, period = asked_month(request), _period(request)
    some = returns(request.community, period)
    lately = [each for each in some if each.day >= month]
    told = {
        "month": month,
        "before_month": (month - timedelta(days=1)).replace(day=1),
        "next_month": _next(month),
        "period": period,
        "year": year(some, month),
        "whole": cost(some),
        "lately": cost(lately),
        "changed": before_and_after(some),
        **_costs(some),
        **_asked(some),
    }
    return render(request, "burden/meter.html", told)


def _next(month: date) -> date | None:
    """The month after, unless it has not begun."""
    after = Period.month(month.year, month.month).after
    return after if after <= localdate() else None


def _costs(some: Sequence[Return]) -> dict[str, Any]:
    return {"forms": by_form(some), "askers": by_asker(some)}


def _asked(some: Sequence[Return]) -> dict[str, Any]:
    every = facts(some)
    twice = asked_twice(every)
    told = {"twice_first": twice[:SHOWN], "twice_rest": twice[SHOWN:]}
    return {**told, "spare": sum(one.spare for one in twice), "asked": sum(one.times for one in every)}


def _bill(request: Visit) -> Document:
    return bill(request.community, _period(request), nearest(get_language()))


def as_page(request: Visit) -> HttpResponse:
    """The bill as a page."""
    return render(request, "burden/bill.html", {**context(_bill(request)), "month": asked_month(request)})


def as_docx(request: Visit) -> HttpResponse:
    """The bill as Word."""
    return file_answer(docx(_bill(request)), WORD, "ask-bill.docx")


def as_pdf(request: Visit) -> HttpResponse:
    """The bill as PDF."""
    return pdf_answer(_bill(request), "ask-bill.pdf")
