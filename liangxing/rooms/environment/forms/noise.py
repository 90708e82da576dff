"""Forms of noise complaints."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext as _

from liangxing.records.forms import form_of

from ..models import NoiseComplaint, NoiseStep

NoiseComplaintForm = form_of(NoiseComplaint, "code sort place building text household day until note", numbered=True)
_NoiseStepForm = form_of(NoiseStep, "complaint step settled department text day note")


class NoiseStepForm(_NoiseStepForm):  # type: ignore[misc, valid-type]
    """A step; a report says to which department."""

    def clean(self) -> dict[str, Any]:
        """Refuse a report to nobody, and a step before there was a complaint."""
        told: dict[str, Any] = super().clean()
        if told.get("step") == NoiseStep.Step.REPORT and not told.get("department"):
            self.add_error("department", _("Say to which department it was reported."))
        complaint, day = told.get("complaint"), told.get("day")
        if complaint and day and day < complaint.day:
            self.add_error("day", _("There was no complaint yet on this day."))
        return told
