"""Forms of works, from the plan to what came after."""

from __future__ import annotations

import re
from typing import Any

from django.core.exceptions import ValidationError
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from liangxing.records.forms import RecordForm, form_of
from liangxing.records.tables.columns import label

from ..models import Works, WorksComplaint, WorksNeed, WorksOpinion, WorksPicture, WorksPlan, WorksStep
from ..models.works import ACCEPTERS

WorksPlanForm = form_of(
    WorksPlan, "code name sort estate road need budget_cny contractor due_on day note", ahead="due_on", numbered=True
)
WorksNeedForm = form_of(WorksNeed, "plan problem activity day note")
WorksOpinionForm = form_of(WorksOpinion, "plan stage asked content against day note", same="plan")
WorksStepForm = form_of(WorksStep, "plan state done_percent text day note", same="plan")
WorksPictureForm = form_of(WorksPicture, "plan spot moment stands paired day note", same="plan")
WorksComplaintForm = form_of(WorksComplaint, "works problem day note")


class WorksForm(RecordForm[Works]):
    """The acceptance of works. What the plan says of where they are and what they are called need not be told again."""

    ahead = ("warranty_until",)
    numbered = True

    class Meta:
        model = Works
        fields = [
            "code", "plan", "name", "sort", "estate", "road", "cost_cny", "accepted_by", "warranty_until", "day",
            "note",
        ]  # fmt: skip

    def clean_accepted_by(self) -> str:
        """Kinds of people as they are written, kept between commas; never the name of a person."""
        words = [word for word in re.split(r"[,，、;；\s]+", self.cleaned_data["accepted_by"].lower()) if word]
        if foreign := [word for word in words if word not in ACCEPTERS]:
            known = ", ".join(label(Works, "accepted_by", key) for key in ACCEPTERS)
            raise ValidationError(
                _("%(word)s: say by which kinds of people, and no names: %(known)s."),
                params={"word": foreign[0], "known": known},
            )
        return f",{','.join(dict.fromkeys(words))}," if words else ","

    def clean(self) -> dict[str, Any]:
        """Works are not accepted before they are planned, and a warranty does not end before it begins."""
        told = super().clean()
        day, plan, until = told.get("day"), told.get("plan"), told.get("warranty_until")
        if day and plan and day < plan.day:
            planned = date_format(plan.day)
            self.add_error("day", _("They were planned on %s: they cannot have been accepted before.") % planned)
        if day and until and until < day:
            self.add_error("warranty_until", _("The warranty ends before the works were accepted: check the two days."))
        return told
