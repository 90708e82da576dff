"""The labelled set: each report with its truth, and every variant of it."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from liangxing.reports.check.restored import restore

from .known import FOLDER

REPORTS = {
    "jinhui": FOLDER.parents[1] / "demo" / "report.txt",
    "linxi": FOLDER / "linxi.txt",
    "heyuan": FOLDER / "heyuan.txt",
    "huaiyin": FOLDER / "huaiyin.txt",
    "lumingtai": FOLDER / "lumingtai.txt",
}
WRAPPED = 37  # characters a line, so that lines break inside words
WIDE = str.maketrans("0123456789", "".join(chr(0xFF10 + n) for n in range(10)))


@dataclass(frozen=True, slots=True)
class Truth:
    """A claim as it should be told; *measure* is empty where any will do."""

    words: str
    kind: str
    measure: str
    verdict: str


@dataclass(frozen=True, slots=True)
class Case:
    """A text, all its claims, and of these the ones that this variant is about (of an unchanged report: all)."""

    community: str
    sort: str
    held_out: bool
    text: str
    day: date
    claims: tuple[Truth, ...]
    about: tuple[Truth, ...]
    lost: dict[str, int] | None
    edits: str


def cases() -> Iterator[Case]:
    """Each report as it is, then its variants."""
    days = tomllib.loads((FOLDER / "communities.toml").read_text("utf-8"))
    for community, file in REPORTS.items():
        told = tomllib.loads((FOLDER / f"truth_{community}.toml").read_text("utf-8"))
        base = tuple(Truth(*claim) for claim in told["claims"])
        text, out = file.read_text("utf-8"), bool(told.get("held_out"))
        unchanged = Case(community, "unchanged", out, text, days[community]["day"], base, base, told["lost"], "")
        yield unchanged
        for variant in told["variant"]:
            yield _variant(unchanged, variant)


def _variant(base: Case, told: dict[str, object]) -> Case:
    edits = [(old, new) for old, new in told.get("edits", [])]  # type: ignore[attr-defined]
    now = tuple(Truth(*claim) for claim in told["now"])  # type: ignore[attr-defined]
    text = _edited(base.text, edits)
    if "whole" in told:
        text = _whole(base.text, str(told["whole"]))
    kept = _without(base.claims, told.get("gone", []))  # type: ignore[arg-type]
    return replace(
        base, sort=str(told["sort"]), held_out=base.held_out or bool(told.get("held_out")), text=text,
        claims=(*kept, *now), about=now, lost=None, edits=str(told.get("edits") or told["whole"]),
    )  # fmt: skip


def _edited(text: str, edits: list[tuple[str, str]]) -> str:
    """*text* with each edit done where the words stand as read, whatever script and noise they have as given."""
    read = restore(text).text
    places = []
    for old, new in edits:
        if text.count(old) == 1:
            places.append((text.index(old), text.index(old) + len(old), new))
        elif read.text.count(old) == 1:
            at = read.text.index(old)
            places.append((*read.given(at, at + len(old)), new))
        else:
            raise ValueError(f"{old!r} does not stand there once")
    for start, end, new in sorted(places, reverse=True):
        text = text[:start] + new + text[end:]
    return text


def _whole(text: str, how: str) -> str:
    read = restore(text).text.text
    if how == "simplified":
        return read
    if how == "wrapped":
        return "\n".join(read[n : n + WRAPPED] for n in range(0, len(read), WRAPPED))
    return text.translate(WIDE)


def _without(claims: tuple[Truth, ...], gone: list[str]) -> tuple[Truth, ...]:
    """All but those *gone*; ``words#2`` is the second of several."""
    left = list(claims)
    for each in gone:
        words, _, nth = each.partition("#")
        here = [claim for claim in left if claim.words == words]
        left.remove(here[int(nth or 1) - 1])
    return tuple(left)
