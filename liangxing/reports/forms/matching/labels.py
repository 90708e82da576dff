"""The ways in which one label may be read: with and without what forms add to the name of a thing."""

from __future__ import annotations

from functools import cache

from liangxing.reports.forms.reading.wanted import Wanted
from liangxing.reports.forms.reading.words import is_one_of, simple, stripped, unit_words, words

SHORTEST = 2  # characters that a name must still have
Way = tuple[str, str]  # a text, and the word for a unit that was taken from it


@cache
def ways(text: str) -> tuple[Way, ...]:
    """*text* and what remains of it without additions, the nearest to what was written first."""
    found: dict[str, str] = {text: ""}
    queue = [text]
    for said in queue:
        for shorter, unit in _shorter(said):
            if len(shorter) >= SHORTEST and shorter not in found:
                found[shorter] = unit or found[said]
                queue.append(shorter)
    return tuple(found.items())


def _shorter(text: str) -> list[Way]:
    told = words()["label"]
    made = [(text.removesuffix(end), unit) for end, unit in told["counted"].items() if text.endswith(end)]
    made += [(text.removesuffix(end), "") for end in told["suffixes"] if text.endswith(end)]
    made += [(text.removeprefix(start), "") for start in map(stripped, told["prefixes"]) if text.startswith(start)]
    return made


def texts(wanted: Wanted) -> list[str]:
    """What the words that name a cell may say together: by themselves, then with the heading above them."""
    said = [stripped(p) for p in wanted.parts]
    parts = [p for p, whole in zip(said, wanted.parts, strict=True) if p and not _empty(whole)] or said[:1]
    if len(wanted.parts) > 2 and len(parts) == 2 and _empty(wanted.parts[-1]) and _group(parts[1]):
        parts = parts[:1]
    together = ["".join(parts)]
    if len(parts) > 1:
        together.append("".join(reversed(parts)))
    if len(parts) > 2 and all(map(_group, parts[1:-1])):
        together.append(parts[0] + parts[-1])
    if section := stripped(wanted.section):
        together.append(section + together[0])
        together += [core + together[0] for core, _unit in ways(section) if core != section]
    return list(dict.fromkeys(t for t in together if t))


def _group(part: str) -> bool:
    """Whether a heading over several columns says nothing of its own."""
    return not any(word in stripped(part) for word in words()["label"]["narrowing"])


def _empty(part: str) -> bool:
    """Whether a part of a label says nothing but that a value, a total or a unit comes there."""
    return is_one_of("generic", part) or is_one_of("total", part) or simple(part) in unit_words()


def bare(text: str) -> bool:
    """Whether *text* means something only beside a heading."""
    return text in {stripped(word) for word in words()["label"]["bare"]}


def neutral(section: str) -> bool:
    """Whether a heading says nothing of another matter."""
    told = stripped(section)
    return not told or any(word in told for word in words()["label"]["neutral"])


def days_of(wanted: Wanted) -> str:
    """Which days a label asks about, when it says so: ``before``, ``period``, ``until`` or nothing."""
    whole = simple("".join((*wanted.parts, wanted.section)))
    for over, some in words()["label"]["over"].items():
        if any(word in whole for word in some):
            return str(over)
    return ""
