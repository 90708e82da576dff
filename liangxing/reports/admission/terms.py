"""When a form is due, and whether it may be asked for at all."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

from django.utils.timezone import localdate

from liangxing.kernel.period import Period
from liangxing.ledger.models import Community
from liangxing.reports.forms.models import Filling, Form

from .models import ByHand, Why

MONTHS = {Form.Rhythm.MONTHLY: 1, Form.Rhythm.QUARTERLY: 3, Form.Rhythm.HALF_YEARLY: 6, Form.Rhythm.YEARLY: 12}
AHEAD = timedelta(days=14)  # a form that is due within a fortnight is work of today


@dataclass(frozen=True, slots=True)
class Turn:
    """A period that a form asks about, and the day by which it is returned."""

    period: Period
    day: date

    @property
    def late(self) -> bool:
        """Whether that day has passed."""
        return self.day < localdate()


def period_on(form: Form, day: date) -> Period:
    """The period of the *form* in which *day* lies; a form that is asked for once has its whole term.

    >>> period_on(Form(period="quarterly"), date(2026, 11, 25))
    Period(first=datetime.date(2026, 10, 1), after=datetime.date(2027, 1, 1))
    """
    if (months := MONTHS.get(Form.Rhythm(form.period))) is None:
        return Period(form.day, form.until or form.day + timedelta(days=form.within_d + 1))
    start = (day.month - 1) // months * months + 1
    return Period(date(day.year, start, 1), Period.month(day.year, start + months - 1).after)


def turn_of(form: Form, period: Period) -> Turn:
    """The *period* with the day on which it is due: counted from its end, or from the asking if it is asked once."""
    counted = form.day if form.period == Form.Rhythm.ONCE else period.last
    return Turn(period, counted + timedelta(days=form.within_d))


def refused(form: Form, period: Period | None = None, today: date | None = None) -> Why | None:
    """Why *form* is not filled for *period* (by default, for the one that is due today); ``None`` when it is in order.

    A term holds for the periods that end in it: the return for its last month may be due after it.
    """
    today = today or localdate()
    if not form.authority.strip():
        return Why.NO_AUTHORITY
    if period is None or form.period == Form.Rhythm.ONCE:
        period = _just_ended(form, today)
    day = period.last if period else today
    if today < form.day or day < form.day:
        return Why.BEFORE
    return Why.PAST if form.until and day >= form.until else None


def _just_ended(form: Form, today: date) -> Period | None:
    """The period within the term that has ended and whose return is not late yet."""
    if form.period == Form.Rhythm.ONCE:
        return None
    period = period_on(form, period_on(form, today).first - timedelta(days=1))
    within = form.day <= period.last and (form.until is None or period.last < form.until)
    return period if within and turn_of(form, period).day >= today else None


def next_turn(form: Form, returned: Collection[date], today: date | None = None) -> Turn | None:
    """What is to be returned next: the period that ended last, else the one that runs; ``None`` when nothing is.

    *returned*: the last day of each period that was; a form filled before its period ended is still to be returned.
    """
    today = today or localdate()
    if not form.authority.strip() or today < form.day:
        return None
    if form.period == Form.Rhythm.ONCE:
        return None if returned or refused(form, today=today) else turn_of(form, period_on(form, today))
    running = period_on(form, today)
    for period in (period_on(form, running.first - timedelta(days=1)), running):
        if period.last not in returned and form.day <= period.last and (form.until is None or period.last < form.until):
            return turn_of(form, period)
    return None


def returns(community: Community) -> Mapping[UUID, set[date]]:
    """For each form (by its fact) the last day of every period that was returned, from records or by hand."""
    found: dict[UUID, set[date]] = defaultdict(set)
    for kind in (Filling, ByHand):
        told = kind._default_manager.known().filter(community=community).values_list("form", "after")
        for form, after in told:
            found[form].add(after - timedelta(days=1))
    return found
