"""A picture of works from a numbered spot."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy

from liangxing.evidence.views import AttachForm

from ..models import WorksPicture


class AimForm(AttachForm):
    """A picture, when it was taken, and from which spot: one that is known, or a new one."""

    sort = None  # type: ignore[assignment]  # the moment says what it is
    spot = forms.IntegerField(min_value=1, max_value=99, label=gettext_lazy("Number of the spot"))
    moment = forms.ChoiceField(choices=WorksPicture.Moment.choices, label=gettext_lazy("Taken"))
    stands = forms.CharField(required=False, max_length=120, label=gettext_lazy("Where one stands, and looks"))
