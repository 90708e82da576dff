"""What a phone tells of one point of a round."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any, BinaryIO, cast

from django import forms
from django.conf import settings
from django.utils.timezone import get_current_timezone, is_naive, localtime, now
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from ..actions.rounds import Told
from ..inspection.checklists import Checklist
from ..models import PointCheck

ASIDE = timedelta(minutes=5)  # clocks may differ so much without a word
PREFIX = "item-"


class WalkForm(forms.Form):
    """A point: its end, the items of its checklist, and of what is wrong a few words and a photo, none demanded.

    ``seen`` is when the phone says it was: what lies before the round *began* or after now is the phone's clock, and is
    said in ``doubt``. A photo that cannot be kept costs none of the rest: it is said in ``lost``.
    """

    state = forms.ChoiceField(choices=PointCheck.State.choices, label=gettext_lazy("What was found"))
    text = forms.CharField(required=False, max_length=200, label=gettext_lazy("What is wrong"))
    note = forms.CharField(required=False, max_length=200, label=gettext_lazy("Why it could not be reached"))
    photo = forms.FileField(required=False, label=gettext_lazy("Photo"))
    seen = forms.CharField(required=False, max_length=40)

    def __init__(self, *args: Any, asks: Checklist, began: datetime, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.asks, self.began = asks, began
        self.doubt = self.lost = ""

    def clean_photo(self) -> BinaryIO | None:
        """The photo, if it is not too large to be kept."""
        file = self.cleaned_data["photo"]
        if file is not None and file.size > settings.MAX_UPLOAD_MB << 20:
            self.lost = _("The photo is larger than %s MB and was not kept; all else was.") % settings.MAX_UPLOAD_MB
            return None
        return cast("BinaryIO | None", file)

    def clean_seen(self) -> datetime:
        """When it was seen, by a clock that cannot be ahead of ours, nor behind the beginning of the round."""
        arrived = now()
        try:
            told = datetime.fromisoformat(self.cleaned_data["seen"])
        except ValueError:
            return arrived
        told = told.replace(tzinfo=get_current_timezone()) if is_naive(told) else told
        if told > arrived + ASIDE:
            self.doubt = _("The phone's clock is ahead of ours: the time of arrival was kept.")
        elif told < self.began - ASIDE:
            self.doubt = _("The phone's clock is behind: it tells a time before the round began. Our time was kept.")
        return arrived if self.doubt else min(max(told, self.began), arrived)

    def clean(self) -> dict[str, Any]:
        """The answers, read by the checklist."""
        told = super().clean() or {}
        answers = {item.key: self.data.get(PREFIX + item.key, "") for item in self.asks.items}
        told["answers"] = {}
        try:
            told["answers"] = self.asks.read(answers)
        except ValueError as error:
            self.add_error(None, _("“%s” is no answer: write a number as 1.2, a day as 2027-05-31.") % error)
        return told

    @property
    def told(self) -> Told:
        """What was told, once it is valid."""
        data = self.cleaned_data
        at = localtime(data["seen"])
        state = PointCheck.State(data["state"])
        text = data["text"].strip() if state is not PointCheck.State.UNREACHED else ""
        note = data["note"].strip() if state is PointCheck.State.UNREACHED else ""
        return Told(state, data["answers"], at.date(), at.time().replace(microsecond=0), text, note)
