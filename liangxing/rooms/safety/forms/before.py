"""Forms of what is done before anything happens: steps on hazards, counts, training, promises, insurance."""

from __future__ import annotations

from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from liangxing.records.forms import RecordForm, form_of

from ..models import (
    Agreement,
    HazardStep,
    Inspection,
    Insurance,
    PlanVersion,
    Quiz,
    StockTake,
    Training,
    YearlyReport,
)
from ..queries.hazards import closed_by

Step = HazardStep.Step


class HazardStepForm(RecordForm[HazardStep]):
    """A step: whoever dealt with a hazard does not re-check it."""

    class Meta:
        model = HazardStep
        fields = ["hazard", "step", "post", "day", "note"]

    def clean(self) -> dict[str, Any]:
        """A re-check has something to check, and is somebody else's."""
        told = super().clean()
        hazard, step, post = (told.get(name) for name in ("hazard", "step", "post"))
        if hazard is None or post is None or step not in (Step.CONFIRMED, Step.REOPENED):
            return told
        closer = closed_by(hazard.fact)
        if closer is None:
            raise ValidationError(_("Nobody has said yet that it is dealt with: first comes that step."))
        if closer == post.fact:
            raise ValidationError({"post": _("Whoever dealt with it does not re-check it: choose somebody else.")})
        return told


InspectionForm = form_of(Inspection, "code sort spots found day note", same="sort", numbered=True)
StockTakeForm = form_of(StockTake, "resource expected counted explained day note")
TrainingForm = form_of(Training, "code team skill people activity day again_by note", ahead="again_by", numbered=True)
PlanVersionForm = form_of(PlanVersion, "plan version changed day note")
AgreementForm = form_of(Agreement, "code name sort organisation gives day until note", numbered=True)
InsuranceForm = form_of(Insurance, "code name insurer households premium_cny day until note", numbered=True)
YearlyReportForm = form_of(YearlyReport, "code receiver day note", same="receiver", numbered=True)
QuizForm = form_of(Quiz, "code activity people answers right day note", numbered=True)
