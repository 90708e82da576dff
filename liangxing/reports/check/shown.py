"""What the page of the check shows: findings by verdict, and the text with a mark at the place of each."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from liangxing.kernel.period import Period

from .claims import CheckResult, Claim, Kind, Verdict
from .words_for import advice, subject, verdict_word

AROUND = 14  # characters of the text shown on each side of a claim
# What needs a look first comes first.
ORDER = {
    Verdict.DIFFERS: "no", Verdict.CONTRADICTS: "no", Verdict.SAID_TWICE: "wait", Verdict.TWO_NAMES: "wait",
    Verdict.UNCLEAR: "wait", Verdict.NOT_RECORDED: "dunno", Verdict.UNPROVEN: "dunno", Verdict.BORNE_OUT: "ok",
}  # fmt: skip
LOST = "lost"


@dataclass(frozen=True, slots=True)
class Finding:
    """A claim as a row: its number, which is its anchor, and its words with what stands around them."""

    n: int
    claim: Claim
    before: str
    said: str
    after: str

    @property
    def group(self) -> str:
        """The verdict, or ``lost`` for a sign of damage."""
        return LOST if self.claim.kind is Kind.LOST else self.claim.verdict.value

    @property
    def sign(self) -> str:
        """The class of its tag."""
        return "wait" if self.claim.kind is Kind.LOST else ORDER[self.claim.verdict]

    @property
    def word(self) -> str:
        """The verdict in a word or two."""
        return verdict_word(self.claim)

    @property
    def advice(self) -> str:
        """What was found, and what to do."""
        return advice(self.claim)

    @property
    def query(self) -> str:
        """The days of the figure, as its page asks for them; empty when the text names none."""
        if self.claim.period is None:
            return ""
        period = Period.parse(self.claim.period)
        return f"first={period.first}&day={period.last}"

    @property
    def subject(self) -> str:
        """The title of the measure."""
        return subject(self.claim)


@dataclass(frozen=True, slots=True)
class Part:
    """A stretch of the text; with the finding that begins there, if one does."""

    text: str
    finding: Finding | None = None


def findings(found: CheckResult) -> list[Finding]:
    """All findings, in the order of the text."""
    given = found.given
    return [
        Finding(n, c, given[max(0, c.start - AROUND) : c.start], given[c.start : c.end], given[c.end : c.end + AROUND])
        for n, c in enumerate(found.claims, 1)
    ]


def groups(told: Iterable[Finding]) -> list[list[Finding]]:
    """The findings by verdict, what needs a look first; signs of damage before what is borne out."""
    order = [*list(ORDER)[:-1], LOST, Verdict.BORNE_OUT]
    every = list(told)
    return [group for key in order if (group := [each for each in every if each.group == key])]


def marked(given: str, told: Iterable[Finding]) -> Iterator[Part]:
    """The whole text in parts; where two findings overlap, the later one has its mark where the first ends."""
    at = 0
    for finding in told:
        start, end = max(finding.claim.start, at), max(finding.claim.end, at)
        if start > at:
            yield Part(given[at:start])
        yield Part(given[start:end], finding)
        at = end
    yield Part(given[at:])
