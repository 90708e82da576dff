"""Findings, rules and texts of clauses as pages show them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from decimal import Decimal
from typing import Any

from django import template
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from liangxing.kernel.language import nearest
from liangxing.kernel.quantity import number, say
from liangxing.measures.measure import MEASURES
from liangxing.standards.assess import Tested
from liangxing.standards.rules import Finding

register = template.Library()
CLASSES = {Finding.MET: "ok", Finding.UNMET: "no", Finding.UNKNOWN: "dunno"}
SIGNS = {"at_least": "≥", "more_than": ">", "at_most": "≤", "less_than": "<", "equal": "="}


@register.filter
def said(words: Mapping[str, str]) -> str:
    """A text in both languages, in the visitor's."""
    return words.get(nearest(get_language()), "")


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
    unit, rule = MEASURES[tested.test.measure].unit, tested.test.rule
    if rule == "reported":
        return _("on record")
    if rule == "between":
        low, high = (number(int(n)) for n in tested.test.numbers)
        return f"{low}-{high}"
    exact = tested.test.numbers[0]
    value = Decimal(exact.numerator) / exact.denominator
    return f"{SIGNS[rule]} {say(value, unit, nearest(get_language()))}"


@register.filter
def title_of(measure: str) -> str:
    """The title of a measure by its key."""
    return str(MEASURES[measure].title)


@register.filter
def unit_of(measure: str) -> str:
    """The unit of a measure by its key."""
    return MEASURES[measure].unit
