"""What a table asks, read from its words: *three or more* includes three, *more than three* does not."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import Enum
from fractions import Fraction
from functools import cache
from typing import Any

from liangxing.kernel import numerals
from liangxing.kernel.patterns import any_of

from .words import number_pattern, read_number, words

NEAR = 8  # characters that may stand between a word such as "at least" and its number


class Doubt(Enum):
    """What a person should look at before it is taken."""

    NO_WORD = "no_word"  # a bare number: taken as at least
    NO_NUMBER = "no_number"  # "there is a plan": taken as at least one
    SEVERAL = "several"  # more than one number is asked


@dataclass(frozen=True, slots=True)
class Threshold:
    """A rule with its numbers; ``share``: they were said as shares; ``unit``: the word behind; ``span``: if said."""

    rule: str
    numbers: tuple[Fraction, ...]
    share: bool = False
    unit: str = ""
    span: str = ""
    doubts: tuple[Doubt, ...] = ()


@dataclass(frozen=True, slots=True)
class _Said:
    """One number of a text with the rule that its words give it; an empty rule when they give none."""

    rule: str
    value: Fraction
    share: bool
    unit: str
    end: int


def half(text: str) -> str:
    """*text* with full width made half, in lower case and in single spaces."""
    return re.sub(r"\s+", " ", unicodedata.normalize("NFKC", text)).casefold().strip()


def read(text: str) -> Threshold | None:
    """What *text* asks; ``None`` when it says nothing that can be held against a figure."""
    told, (plain, span) = words()["whole"], _without_span(half(text))
    plain = re.sub(f"(?<=[0-9]) (?=[{''.join(numerals.words()['places'])}%])", "", plain)
    plain = re.sub(told["points"], " ", plain)
    if re.search(any_of(told["reported"]), plain):
        return Threshold("reported", (), span=span)
    if ranged := _between(plain):
        return Threshold("between", ranged[0], ranged[1], span=span)
    said = _numbers(plain)
    ruled = [one for one in said if one.rule]
    doubts: tuple[Doubt, ...] = (Doubt.SEVERAL,) if len(ruled) > 1 or (not ruled and len(said) > 1) else ()
    if ruled or said:
        one = (ruled or said)[0]
        doubts += () if one.rule else (Doubt.NO_WORD,)
        return Threshold(one.rule or "at_least", (one.value,), one.share, one.unit, span, doubts)
    if re.search(any_of(told["none"]), plain):
        return Threshold("equal", (Fraction(0),), span=span, doubts=(Doubt.NO_NUMBER,))
    if re.search(any_of(words()["shares"]["all"]), plain):
        return Threshold("at_least", (Fraction(1),), True, span=span)
    if re.search(any_of(told["there"]), plain):
        return Threshold("at_least", (Fraction(1),), span=span, doubts=(Doubt.NO_NUMBER,))
    return None


SIGNS = {"at_least": "\u2265", "more_than": ">", "at_most": "\u2264", "less_than": "<", "equal": "="}


def written(rule: str, numbers: Sequence[Fraction], *, share: bool) -> str:
    """How a rule stands in a table, so that ``read`` reads it again; *share*: its numbers are parts of a whole.

    >>> written("at_least", [Fraction(2, 3)], share=True), written("between", [Fraction(3), Fraction(5)], share=False)
    ('≥ 2/3', '3-5')
    """
    if rule == "reported":
        return str(words()["whole"]["reported"][0])
    some = [_exact(n, share) for n in numbers]
    return "-".join(some) if rule == "between" else f"{SIGNS[rule]} {some[0]}"


def _exact(n: Fraction, share: bool) -> str:
    shown = n * 100 if share else n
    rest = shown.denominator
    for prime in (2, 5):
        while rest % prime == 0:
            rest //= prime
    if rest != 1:
        return str(n)
    decimal = Decimal(shown.numerator) / shown.denominator
    return f"{decimal:f}" + ("%" if share else "")


def _without_span(text: str) -> tuple[str, str]:
    """*text* without the words of a span, and which span they are."""
    for span, some in words()["spans"].items():
        if found := re.search(any_of(some), text):
            return f"{text[: found.start()]} {text[found.end() :]}", str(span)
    return text, ""


def _numbers(text: str) -> list[_Said]:
    found: list[_Said] = []
    for hit in re.finditer(number_pattern(), text):
        if re.search(rf"(?:[a-z0-9.]|{words()['whole']['ordinal']})$", text[: hit.start()]):
            continue  # of a code, a version, an ordinal
        try:
            value, share = read_number(hit.group())
        except (ValueError, ZeroDivisionError):
            continue
        unit, after = _behind(text[hit.end() :])
        rule = _before(text[found[-1].end if found else 0 : hit.start()]) or after
        alone = not (rule or share or unit)
        if alone and (not re.match("[0-9]", hit.group()) or re.search("[a-z] ?$", text[: hit.start()])):
            continue  # a numeral that is part of a word; the number of a document
        found.append(_Said(rule, value, share, unit, hit.end()))
    return found


@cache
def _rule_words(side: str) -> list[tuple[str, str]]:
    """Every word of a *side* with its rule, the longest first: "no more than" before "more than"."""
    some = [(word, rule) for rule, told in words()[side].items() for word in told]
    return sorted(some, key=lambda told: -len(told[0]))


def _before(text: str) -> str:
    """The rule that the words in front of a number give it: the last of them, if it is near."""
    near = re.split(r"[,;.。、(]", text)[-1][-NEAR - 12 :]
    best: tuple[int, int, str] | None = None
    for word, rule in _rule_words("before"):
        at = near.rfind(word)
        if at < 0 or len(near) - at - len(word) > NEAR:
            continue
        if best is None or at + len(word) > best[0] + best[1]:
            best = (at, len(word), rule)
    return best[2] if best else ""


def _behind(text: str) -> tuple[str, str]:
    """The unit word behind a number, and the rule that stands behind both."""
    told = words()
    unit = re.match(rf" ?({any_of([*told['units'], *told['counters']['words']])})", text)
    rest = text[unit.end() :] if unit else text
    for word, rule in _rule_words("after"):
        if re.match(rf" ?[^\W\d]{{0,3}}?{re.escape(word)}", rest):
            return unit[1] if unit else "", rule
    return unit[1] if unit else "", ""


def _between(text: str) -> tuple[tuple[Fraction, Fraction], bool] | None:
    """Two numbers with a word for a range between them."""
    number: Any = number_pattern()
    unit = any_of([*words()["units"], *words()["counters"]["words"]])
    to = any_of(words()["between"]["words"])
    found = re.search(rf"(?<![0-9a-z.])({number})(?:{unit})? ?{to} ?({number})(?![0-9-])", text)
    if not found:
        return None
    try:
        low, high = read_number(found[1]), read_number(found[2])
    except (ValueError, ZeroDivisionError):
        return None
    least = low[0] / 100 if high[1] and not low[1] else low[0]
    return ((least, high[0]), high[1]) if least < high[0] else None
