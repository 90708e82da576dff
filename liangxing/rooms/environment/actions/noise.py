"""What a committee does about noise, in the order that the law gives."""

from __future__ import annotations

from datetime import date

from django.utils.translation import gettext as _

from liangxing.kernel.errors import Refused
from liangxing.ledger.acts import act
from liangxing.records.actions import correct, write

from ..models import NoiseComplaint, NoiseStep

Step = NoiseStep.Step


def take_step(
    complaint: NoiseComplaint, step: Step, *, settled: bool, department: str, text: str, day: date, by: str
) -> NoiseStep:
    """Keep a step; when it settled the matter the complaint ends. ``Refused`` for a report before the other two.

    The law has a committee dissuade and mediate, and lets it report where that did not help.
    """
    with act("environment.noise.step", community=complaint.community, by=by):
        now = NoiseComplaint.objects.known().filter(fact=complaint.fact).first()
        if now is None or now.until is not None:
            raise Refused(_("This complaint is settled or was struck out: open it again first."))
        done = set(NoiseStep.objects.known().filter(complaint=now.fact).values_list("step", flat=True))
        if step == Step.REPORT and not {Step.DISSUADE, Step.MEDIATE} <= done:
            raise Refused(_("A report comes after dissuading and mediating: record these first."))
        if step == Step.REPORT and not department.strip():
            raise Refused(_("Say to which department it was reported."))
        kept = NoiseStep(
            complaint_id=now.fact, step=step, settled=settled, department=department[:80], text=text[:300], day=day
        )
        if settled:
            correct(now, by=by, until=day)
        return write(kept, community=now.community, by=by)
