"""Who holds a pledge, who of them was drawn to be asked, and what their answers tell of all."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from liangxing.evidence.queries import coverage
from liangxing.kernel.drawing import drawn
from liangxing.kernel.interval import Share, of_whole
from liangxing.ledger.models import Community
from liangxing.records.models import Records

from .models import Call, Pledge, PledgeAnswer, PledgeSample


@dataclass(frozen=True, slots=True)
class Kept:
    """What a sample tells of all ``holders`` of a pledge.

    ``share`` is of those who answered; ``widest`` holds whatever those who were not reached may do: its bounds take
    all of them for keeping it, and none. Both are ``None`` while nobody has answered.
    """

    sample: PledgeSample
    holders: int
    drawn: int
    kept: int
    not_kept: int
    not_reached: int
    seal: str  # how far the answers are proved

    @property
    def answered(self) -> int:
        """How many said whether they keep it."""
        return self.kept + self.not_kept

    @property
    def waiting(self) -> int:
        """Of how many nothing is noted yet."""
        return self.drawn - self.answered - self.not_reached

    @property
    def share(self) -> Share | None:
        """The share that keeps it, of all who hold it, with its bounds."""
        return of_whole(self.kept, self.answered, self.holders)

    @property
    def widest(self) -> Share | None:
        """The same, with bounds that do not trust that those who were not reached are like the others."""
        share, asked = self.share, self.answered + self.not_reached
        if share is None or not self.not_reached:
            return share
        none, every = of_whole(self.kept, asked, self.holders), of_whole(asked - self.not_kept, asked, self.holders)
        if none is None or every is None:
            return None
        return Share(share.value, min(none.low, share.low), max(every.high, share.high))


def holders_of(sample: PledgeSample) -> list[Pledge]:
    """Whom the sample was drawn from: a pledge for each household that had given it, as was known at the drawing."""
    first = PledgeSample.objects.get(pk=sample.fact)
    known: Any = Pledge.objects.known(first.recorded_at).filter(community=sample.community, call=sample.call_id)
    given = known.filter(day__lte=first.day).order_by("fact").select_related("household")
    return list({pledge.household_id: pledge for pledge in reversed(given)}.values())


def drawn_of(sample: PledgeSample, holders: Iterable[Pledge] | None = None) -> list[Pledge]:
    """The pledges that were drawn, in the order of the lot."""
    some = holders_of(sample) if holders is None else holders
    return drawn(some, sample.size, sample.seed, key=lambda pledge: str(pledge.fact))


def answers_of(sample: PledgeSample) -> dict[UUID, PledgeAnswer]:
    """What is noted, by household."""
    return {answer.household_id: answer for answer in _noted(sample)}


def _noted(sample: PledgeSample) -> Records[PledgeAnswer]:
    return PledgeAnswer.objects.known().filter(community=sample.community, sample=sample.fact)


def kept_of(sample: PledgeSample) -> Kept:
    """What the sample tells by now. Answers of households that were not drawn do not count: nobody drew them."""
    holders = holders_of(sample)
    chosen = {pledge.household_id for pledge in drawn_of(sample, holders)}
    told = Counter(answer.answer for home, answer in answers_of(sample).items() if home in chosen)
    says = PledgeAnswer.Answer
    noted = told[says.KEPT], told[says.NOT_KEPT], told[says.NOT_REACHED]
    return Kept(sample, len(holders), len(chosen), *noted, coverage(_noted(sample)).seal)


def samples_of(community: Community, call: Call) -> list[PledgeSample]:
    """Every sample of *call* that stands, the newest first: none is left out because its answer does not please."""
    told = PledgeSample.objects.known().filter(community=community, call=call.fact)
    return list(told.order_by("-day", "-recorded_at"))


def waiting_sample(community: Community, call: UUID) -> PledgeSample | None:
    """A sample of the call that still has households of whom nothing is noted."""
    told = PledgeSample.objects.known().filter(community=community, call=call).order_by("-day")
    return next((sample for sample in told if kept_of(sample).waiting), None)


def calls_of(community: Community, day: date) -> list[Call]:
    """The calls in force, in the order in which they were made."""
    return list(Call.objects.known().standing_on(day).filter(community=community).order_by("day", "code"))
