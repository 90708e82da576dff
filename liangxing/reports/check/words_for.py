"""What a verdict is called in front of people."""

from __future__ import annotations

from django.utils.translation import gettext as _

from .claims import Claim, Kind, Verdict


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
