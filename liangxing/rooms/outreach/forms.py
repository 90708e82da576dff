"""Forms of outreach."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext as _

from liangxing.kernel.drawing import new_seed
from liangxing.records.forms import form_of

from .models import Call, Campaign, CampaignDay, Pledge, PledgeAnswer, PledgeSample
from .queries import drawn_of, waiting_sample

CallForm = form_of(Call, "code name threshold_cel day until note")
PledgeForm = form_of(Pledge, "household call day note", same="call")
CampaignForm = form_of(Campaign, "code name day until note")
CampaignDayForm = form_of(CampaignDay, "campaign activity day note", same="campaign")
_SampleForm = form_of(PledgeSample, "code call size day note", same="size", numbered=True)
_AnswerForm = form_of(PledgeAnswer, "sample household answer day note", same="sample answer")


class PledgeSampleForm(_SampleForm):  # type: ignore[misc, valid-type]
    """A sample to be published. Its seed is drawn here: nobody types it, and nobody draws anew until it pleases."""

    def clean(self) -> dict[str, Any]:
        """One sample of a call at a time, and of the call for which it was drawn."""
        told: dict[str, Any] = super().clean()
        call = told.get("call")
        if self.instance.fact:
            if call and call.fact != self.instance.call_id:
                self.add_error("call", _("It was drawn for another call, and stays with it: strike it out instead."))
            return told
        self.instance.seed = new_seed()
        if call and (open_ := waiting_sample(self.community, call.fact)):
            words = _("Of sample %(code)s some have not been asked yet: note their answers first, or “not reached”.")
            self.add_error("call", words % {"code": open_})
        return told


class PledgeAnswerForm(_AnswerForm):  # type: ignore[misc, valid-type]
    """What a drawn household said."""

    def clean(self) -> dict[str, Any]:
        """Refuse a household that was not drawn: whom somebody chose tells nothing of the others."""
        told: dict[str, Any] = super().clean()
        sample, home = told.get("sample"), told.get("household")
        if sample and home and home.fact not in {pledge.household_id for pledge in drawn_of(sample)}:
            self.add_error("household", _("This household was not drawn; only those drawn are asked."))
        return told
