"""Forms of the register: what is asked of the community, and what was filled by hand."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext as _

from liangxing.records.forms import RecordForm, form_of
from liangxing.reports.forms.models import Form

from .models import ByHand

AskedForm = form_of(
    Form, "code title asked_by authority period within_d day until note", ahead="day until", same="asked_by",
    numbered=True,
)  # fmt: skip


class ByHandForm(RecordForm[ByHand]):
    """What a form cost that was filled by hand."""

    same = ("form",)
    ahead = ("after",)  # the first day after a period may be tomorrow

    class Meta:
        model = ByHand
        fields = ["form", "first", "after", "day", "cells", "minutes", "note"]

    def clean(self) -> dict[str, Any]:
        """A period has a day at least."""
        told = super().clean()
        first, after = told.get("first"), told.get("after")
        if first and after and after <= first:
            self.add_error("after", _("It ends before it begins."))
        return told
