"""Forms of the people who need help: their consent, and who helps."""

from __future__ import annotations

from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from liangxing.records.forms import RecordForm, form_of

from ..models import Consent, Pairing


class ConsentForm(RecordForm[Consent]):
    """A consent, with the day on which it ends: nobody agrees for ever."""

    class Meta:
        model = Consent
        fields = ["vulnerable", "given_by", "day", "until", "note"]

    def clean(self) -> dict[str, Any]:
        """Its end is told."""
        told = super().clean()
        if "until" not in self.errors and told.get("until") is None:
            raise ValidationError({"until": _("Say until when they agreed, such as a year from now.")})
        return told


PairingForm = form_of(Pairing, "vulnerable helper day until note")
