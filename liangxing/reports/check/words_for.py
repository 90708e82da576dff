"""What the check found, in front of people: the verdict in a word, and what there is to do about it in a sentence."""

from __future__ import annotations

from decimal import Decimal, InvalidOperation

from django.utils.formats import date_format
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from liangxing.kernel.language import nearest
from liangxing.kernel.period import Period
from liangxing.kernel.quantity import say
from liangxing.measures.measure import MEASURES

from .claims import Claim, Kind, Verdict

MONEY = "[CNY]"


def verdict_word(claim: Claim) -> str:
    """The verdict on *claim* in a word or two."""
    if claim.kind is Kind.LOST:
        return _("text damaged")
    return {
        Verdict.BORNE_OUT: _("borne out"),
        Verdict.DIFFERS: _("differs"),
        Verdict.NOT_RECORDED: _("not recorded"),
        Verdict.SAID_TWICE: _("said twice"),
        Verdict.TWO_NAMES: _("under two names"),
        Verdict.CONTRADICTS: _("contradicts what was sent"),
        Verdict.UNPROVEN: _("unproven word"),
        Verdict.UNCLEAR: _("unclear, please look"),
    }[claim.verdict]


def loss_word(sort: str | None) -> str:
    """What a sign of loss shows, in words; the sort itself when it is a new one."""
    told = {
        "quote": _("a quotation mark is lost"),
        "mask": _("a name is masked"),
        "order": _("a number of the order is missing"),
        "guess": _("bytes were mended by guess"),
        "end": _("the text ends in mid sentence"),
        "damage": _("characters are damaged"),
    }
    return told.get(sort or "", sort or "")


def recorded_said(claim: Claim) -> str:
    """What is recorded, with its unit; empty when nothing is."""
    if claim.recorded is None:
        return ""
    if claim.kind is Kind.PAYMENT:
        return " / ".join(_said(each, MONEY) for each in claim.recorded.split(", "))
    if claim.kind in (Kind.FIGURE, Kind.THRESHOLD) and claim.measure and claim.measure in MEASURES:
        return _said(claim.recorded, MEASURES[claim.measure].unit)
    return claim.recorded


def _said(number: str, unit: str) -> str:
    try:
        return say(Decimal(number.replace(",", "")), unit, nearest(get_language()))
    except InvalidOperation:
        return number


def other_said(other: str, ours: str) -> str:
    """That the text is of the community *other*."""
    told = {"other": other, "ours": ours}
    return _("This report speaks of %(other)s, and was held against the records of %(ours)s.") % told


def subject(claim: Claim) -> str:
    """What the claim is about: the title of its measure, when it has one."""
    return str(MEASURES[claim.measure].title) if claim.measure and claim.measure in MEASURES else ""


def advice(claim: Claim) -> str:
    """What was found and what to do about it, in a sentence or two."""
    if claim.kind is Kind.LOST:
        return loss_word(claim.stated)
    ours = recorded_said(claim)
    if claim.verdict is Verdict.CONTRADICTS and claim.sent is not None:
        told = {"title": claim.sent.title, "day": date_format(claim.sent.day), "value": f"{claim.sent.value:,f}"}
        return _("The records bear it out, but “%(title)s”, sent on %(day)s, says %(value)s: tell its receiver.") % told
    sentence = {
        Verdict.BORNE_OUT: _("Recorded: %(ours)s."),
        Verdict.DIFFERS: _("The records say %(ours)s."),
        Verdict.NOT_RECORDED: _("The records say nothing of this: record it with its evidence, or leave it out."),
        Verdict.SAID_TWICE: _("It stands here a second time: leave it out once."),
        Verdict.TWO_NAMES: _("Recorded as “%(ours)s”; here it goes under a second name, as if there were two."),
        Verdict.UNPROVEN: _("A word without a figure beside it: say how much, or leave it out."),
        Verdict.UNCLEAR: _("It may mean something else than what is recorded (%(ours)s): please look.")
        if ours
        else _("It cannot be told what this means: please look."),
    }.get(claim.verdict, "")
    return f"{sentence % {'ours': ours or claim.text}}{_counted(claim)}"


def _counted(claim: Claim) -> str:
    """The days that were counted, when the text names some."""
    if claim.period is None:
        return ""
    period = Period.parse(claim.period)
    told = {"first": date_format(period.first), "last": date_format(period.last)}
    return " " + _("Counted from %(first)s to %(last)s.") % told
