"""Findings, rules and texts of clauses as pages show them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from decimal import Decimal
from typing import Any

from django import template
from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _

from liangxing.kernel.language import nearest
from liangxing.kernel.quantity import number, say
from liangxing.measures.measure import MEASURES
from liangxing.standards.assess import Tested
from liangxing.standards.book import Test
from liangxing.standards.comparing.compare import Change, Compared, pieces
from liangxing.standards.models import Edition
from liangxing.standards.office.draft import INFO, NEEDED, Draft
from liangxing.standards.office.draft import Ground as Bound
from liangxing.standards.office.thresholds import Doubt
from liangxing.standards.planning.effort import Effort, Ground
from liangxing.standards.rules import Finding
from liangxing.standards.words import said

register = template.Library()
CLASSES = {Finding.MET: "ok", Finding.UNMET: "no", Finding.UNKNOWN: "dunno"}
SIGNS = {"at_least": "≥", "more_than": ">", "at_most": "≤", "less_than": "<", "equal": "="}


register.filter(said)


@register.filter
def findings(parts: Iterable[Mapping[str, Any]]) -> list[Finding]:
    """What was found of every clause in *parts* of a standard: met first, then unmet, then unknown."""
    return sorted((judged.finding for part in parts for judged in part["judged"]), key=list(Finding).index)


@register.filter
def finding_class(finding: Finding) -> str:
    """The class of a finding's mark."""
    return CLASSES[finding]


@register.filter
def finding_word(finding: Finding) -> str:
    """A finding in a word."""
    return {Finding.MET: _("met"), Finding.UNMET: _("not met"), Finding.UNKNOWN: _("unknown")}[finding]


@register.filter
def status_word(status: str) -> str:
    """What is said of a clause's text; empty when it was read in the source."""
    told = {"unverified": _("text not confirmed"), "advisory": _("advisory"), "hole": _("text not seen")}
    return told.get(status, "")


@register.filter
def asked(tested: Tested) -> str:
    """What a test asks, short: a sign and a number with its unit."""
    return _asked(tested.test)


def _asked(test: Test) -> str:
    unit, rule = MEASURES[test.measure].unit, test.rule
    if rule == "reported":
        return _("on record")
    if rule == "between":
        low, high = (number(int(n)) for n in test.numbers)
        return f"{low}-{high}"
    exact = test.numbers[0]
    value = Decimal(exact.numerator) / exact.denominator
    return f"{SIGNS[rule]} {say(value, unit, nearest(get_language()))}"


@register.filter
def asks(test: Test) -> str:
    """What a test asks, whole: of which figure, what, and over which span."""
    return f"{MEASURES[test.measure].title} {_asked(test)}, {span_word(test.span)}"


@register.filter
def span_word(span: str) -> str:
    """The span that a test looks at, in words."""
    return {
        "day": _("on the day"),
        "month": _("within a month"),
        "quarter": _("within a quarter"),
        "half_year": _("within half a year"),
        "year": _("within a year"),
        "three_years": _("within three years"),
        "ever": _("since the beginning"),
    }[span]


@register.filter
def change_word(change: Change) -> str:
    """What became of a clause, in a word or two."""
    return {
        Change.ADDED: _("added"),
        Change.REMOVED: _("removed"),
        Change.TEXT: _("reworded"),
        Change.ASKED: _("asks otherwise"),
        Change.POINTS: _("other points"),
        Change.SAME: _("the same"),
    }[change]


@register.filter
def change_class(change: Change) -> str:
    """The class of a change's mark."""
    return {Change.ADDED: "ok", Change.REMOVED: "no", Change.SAME: ""}.get(change, "wait")


@register.filter
def differences(row: Compared) -> list[tuple[str, str]]:
    """The later text of a compared clause in pieces that stayed, went or came."""
    before, after = row.before, row.after
    return pieces(said(before.clause.text), said(after.clause.text)) if before and after else []


@register.filter
def value_of(counts: Mapping[str, int], change: Change) -> int:
    """The count of one sort of change."""
    return counts[change.value]


@register.filter
def as_hours(minutes: int) -> str:
    """Minutes as people say them; from two hours on in hours."""
    if minutes < 120:
        return ngettext("%(n)s minute", "%(n)s minutes", minutes) % {"n": minutes}
    return _("%s h") % number(Decimal(minutes) / 60, places=1)


@register.filter
def ground_word(effort: Effort) -> str:
    """On what an estimate of effort stands."""
    if effort.ground is not Ground.COUNTED:
        return {
            Ground.UNDERTAKEN: _("said by who undertook it"),
            Ground.DECLARED: _("declared with the clause"),
            Ground.NONE: _("no basis: a round half hour"),
        }[effort.ground]
    told = []
    if cost := effort.lasting:
        told.append(_("%(m)s min each, the median of %(n)s held") % {"m": cost.minutes, "n": cost.many})
    if cost := effort.typing:
        told.append(_("%(m)s min to record, the median of %(n)s recorded") % {"m": cost.minutes, "n": cost.many})
    return "; ".join(told)


@register.filter
def bound_word(ground: Bound) -> str:
    """By what a row of a table came to its figure."""
    return {
        Bound.CHOSEN: _("as chosen"),
        Bound.FILE: _("as the table says"),
        Bound.BEFORE: _("as confirmed before"),
        Bound.SUGGESTED: _("suggested: look"),
        Bound.NONE: _("no figure"),
    }[ground]


@register.filter
def bound_class(ground: Bound) -> str:
    """The class of the mark of a row's figure."""
    return {Bound.SUGGESTED: "wait", Bound.NONE: "dunno"}.get(ground, "ok")


@register.filter
def doubt_word(doubt: Doubt) -> str:
    """What is to be looked at in a threshold."""
    return {
        Doubt.NO_WORD: _("a bare number: taken as at least so many"),
        Doubt.NO_NUMBER: _("no number is named: taken from the words"),
        Doubt.SEVERAL: _("several numbers are named: the first is taken; give the others rows of their own"),
    }[doubt]


@register.filter
def info_fields(draft: Draft) -> list[dict[str, Any]]:
    """The fields of what a table says of the whole."""
    meta: Any = Edition._meta
    columns = {"first": "day", "after": "until"}
    labels = {"first": _("in force from"), "after": _("in force until"), "honours": _("field of honours")}
    hints = {
        "first": _("such as 2026-01-01"),
        "after": _("the first day on which it is no longer; empty while it lasts"),
        "honours": _("of which honours it decides, such as safety; may be empty"),
    }
    return [
        {
            "name": name,
            "label": labels.get(name) or meta.get_field(columns.get(name, name)).verbose_name,
            "value": draft.info[name],
            "needed": name in NEEDED,
            "missing": name in draft.missing,
            "hint": hints.get(name, ""),
        }
        for name in INFO
    ]


@register.filter
def title_of(measure: str) -> str:
    """The title of a measure by its key."""
    return str(MEASURES[measure].title)


@register.filter
def unit_of(measure: str) -> str:
    """The unit of a measure by its key."""
    return MEASURES[measure].unit
