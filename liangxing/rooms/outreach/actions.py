"""Noting what drawn households said of their pledge."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from uuid import UUID

from django.utils.translation import gettext as _

from liangxing.kernel.errors import Refused
from liangxing.ledger.acts import act
from liangxing.records.actions import correct, write

from .models import PledgeAnswer, PledgeSample
from .queries import answers_of, drawn_of


def note_answers(sample: PledgeSample, said: Mapping[UUID, str], *, day: date, by: str) -> int:
    """Keep what each household *said*, or correct what was noted before; how many answers that changes.

    ``Refused`` for a household that was not drawn, and for an answer that is none: then nothing is kept.
    """
    with act("outreach.pledgeanswer.note", community=sample.community, by=by):
        known = answers_of(sample)
        chosen = {pledge.household_id for pledge in drawn_of(sample)}
        if not said.keys() <= chosen or not set(said.values()) <= set(PledgeAnswer.Answer.values):
            raise Refused(_("Only drawn households are asked, and they keep it, do not keep it, or were not reached."))
        changed = 0
        for home, answer in said.items():
            if (old := known.get(home)) is None:
                made = PledgeAnswer(sample_id=sample.fact, household_id=home, answer=answer, day=day)
                write(made, community=sample.community, by=by)
            elif old.answer != answer:
                correct(old, by=by, why=_("asked again"), answer=answer, day=day)
            else:
                continue
            changed += 1
    return changed
