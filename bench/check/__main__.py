"""``python -m bench.check [-v]``: precision and recall against truths written by hand, beside a search for numbers.

A claim counts when its kind, its measure and its verdict are right. The claims of a report are counted once, for the
unchanged text; of a variant count those it is about, and whatever else it made wrong. With ``-v``: each mistake,
but of those held out only with ``-vv``.
"""

from __future__ import annotations

import sys
import time
from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field

import django

django.setup()

from liangxing.reports.check.check import check_text
from liangxing.reports.check.claims import Claim
from liangxing.reports.check.recorded import vocabulary

from .known import known
from .plain import Plain
from .variants import Case, Truth, cases


@dataclass(slots=True)
class Score:
    """What was right, what was told and is false, what was not told; and false differences apart."""

    right: int = 0
    false: int = 0
    missed: int = 0
    false_differs: int = 0
    cases: int = 0
    mistakes: list[str] = field(default_factory=list)
    kinds: Counter[tuple[str, str]] = field(default_factory=Counter)

    def add(self, other: Score) -> None:
        """Both together."""
        for name in ("right", "false", "missed", "false_differs", "cases"):
            setattr(self, name, getattr(self, name) + getattr(other, name))
        self.mistakes += other.mistakes
        self.kinds += other.kinds

    def of_kind(self, kind: str) -> Score:
        """What of it was about claims of *kind*."""
        return Score(*(self.kinds[kind, what] for what in ("right", "false", "missed", "differs")))

    def line(self, name: str) -> str:
        """As a line of the table."""
        told, true = self.right + self.false, self.right + self.missed
        precision = f"{self.right / told:.3f}" if told else "-"
        recall = f"{self.right / true:.3f}" if true else "-"
        counts = f"{self.right:7}{self.false:7}{self.missed:8}{self.false_differs:9}"
        return f"{name:24}{self.cases:6}{precision:>11}{recall:>9}{counts}"


def _fits(claim: Claim, true: Truth) -> bool:
    """Whether *claim* is the one meant: the same kind, and words that hold one another."""
    same = true.words in claim.text or claim.text in true.words
    return claim.kind == true.kind and same and (not true.measure or claim.measure == true.measure)


def score(case: Case, told: Iterable[Claim], *, ignore: Counter[str]) -> tuple[Score, Counter[str]]:
    """The score of *case*; *ignore*: false claims that the unchanged report has too, which were counted there."""
    left, found, false = list(case.claims), Score(cases=1), Counter[str]()
    claims = [claim for claim in told if claim.kind != "lost"]
    unmatched = []
    for claim in claims:
        true = next((t for t in left if _fits(claim, t) and t.verdict == claim.verdict), None)
        if true is None:
            unmatched.append(claim)
            continue
        left.remove(true)
        found.right += true in case.about
        found.kinds[true.kind, "right"] += true in case.about
    for claim in unmatched:
        name = f"{claim.kind} {claim.measure} {claim.verdict}: {claim.text}"
        false[name] += 1
        if false[name] > ignore[name]:
            alarm = claim.verdict == "differs" and not any(_fits(claim, t) and t.verdict == "differs" for t in left)
            found.false += 1
            found.false_differs += alarm
            found.kinds[claim.kind.value, "false"] += 1
            found.kinds[claim.kind.value, "differs"] += alarm
            found.mistakes.append(f"told  {name}")
    missed = [t for t in left if t in case.about or not ignore[f"missed {t}"]]
    false.update(f"missed {t}" for t in left)
    found.missed = len(missed)
    found.kinds.update((t.kind, "missed") for t in missed)
    found.mistakes += [f"missed {t.kind} {t.measure} {t.verdict}: {t.words}" for t in missed]
    found.mistakes = [f"{case.community} {case.sort} {case.edits}\n    {m}" for m in found.mistakes]
    return found, false


def main(arguments: list[str]) -> int:
    """Print the table; 1 when an unchanged report got a false difference."""
    said, scores, times, ignore = vocabulary(), defaultdict[str, Score](Score), [], Counter[str]()
    wrong, plain = 0, Plain()
    for case in cases():
        start = time.perf_counter()
        result = check_text(case.text, said, known(case.community), day=case.day)
        times.append(time.perf_counter() - start)
        unchanged = case.sort == "unchanged"
        plain.add(case, known(case.community), result.claims)
        one, false = score(case, result.claims, ignore=Counter() if unchanged else ignore)
        ignore = false if unchanged else ignore
        wrong += one.false_differs if unchanged else 0
        for name in ("all", "held out" if case.held_out else "developed on", f"{case.community}: {case.sort}"):
            scores[name].add(one)
        if case.lost is not None:
            signs = Counter(claim.stated for claim in result.claims if claim.kind == "lost")
            print(f"{case.community}: signs of loss {dict(signs)}, by hand {case.lost}")
    print(f"{'':24}{'texts':>6}{'precision':>11}{'recall':>9}{'right':>7}{'false':>7}{'missed':>8}{'differs!':>9}")
    for name in ("all", "developed on", "held out", *sorted(n for n in scores if ":" in n)):
        print(scores[name].line(name))
    for half in ("developed on", "held out"):
        for kind in sorted({kind for kind, _what in scores[half].kinds}):
            print(scores[half].of_kind(kind).line(f"{half}: {kind}"))
    print(plain)
    middle, longest = sorted(times)[len(times) // 2] * 1000, max(times[1:]) * 1000
    print(f"time per check: first {times[0]:.2f} s, median {middle:.0f} ms, longest after {longest:.0f} ms")
    shown = [name for name in ("developed on", "held out") if "-vv" in arguments or name == "developed on"]
    if {"-v", "-vv"} & {*arguments}:
        print("\n".join(m for name in shown for m in scores[name].mistakes))
    return int(wrong > 0)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
