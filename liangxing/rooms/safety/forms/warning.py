"""Forms of alerts: one that is written here, and the record of one that came."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.timezone import localtime, now
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from liangxing.records.forms import RecordForm

from ..cap.faults import Wrong
from ..cap.message import Area, Info
from ..models import Alert
from ..queries.plain import CATEGORIES, CERTAINTY, RESPONSES, SEVERITY, URGENCY

LONGEST = timedelta(days=7)


def said(wrong: Wrong) -> list[str]:
    """Everything that is wrong with a message, in the language of the moment."""
    return [_(fault.sentence) % fault.values for fault in wrong.faults]


class AlertForm(RecordForm[Alert]):
    """The record of an alert: what the message says is not changed, only the note beside it."""

    class Meta:
        model = Alert
        fields = ["note"]

    def clean(self) -> dict[str, Any]:
        """A new alert comes by its own page."""
        if not self.instance.fact:
            raise ValidationError(_("Alerts are taken in or written on the page of alerts, not here."))
        return super().clean()


def _choices(words: dict[str, Any]) -> list[tuple[str, Any]]:
    return list(words.items())


class ComposeForm(forms.Form):
    """An alert in both languages: what happens, how bad, until when, and what to do."""

    status = forms.ChoiceField(
        label=gettext_lazy("How it is meant"),
        choices=[("Exercise", gettext_lazy("exercise")), ("Actual", gettext_lazy("actual"))],
    )
    category = forms.ChoiceField(label=gettext_lazy("Sort of danger"), choices=_choices(CATEGORIES), initial="Met")
    event_zh = forms.CharField(label=gettext_lazy("What happens (Chinese)"), max_length=80)
    event_en = forms.CharField(label=gettext_lazy("What happens (English)"), max_length=80)
    severity = forms.ChoiceField(label=gettext_lazy("How dangerous"), choices=_choices(SEVERITY), initial="Severe")
    urgency = forms.ChoiceField(label=gettext_lazy("How soon"), choices=_choices(URGENCY), initial="Expected")
    certainty = forms.ChoiceField(label=gettext_lazy("How sure"), choices=_choices(CERTAINTY), initial="Likely")
    response = forms.ChoiceField(label=gettext_lazy("What people do"), choices=_choices(RESPONSES), initial="Shelter")
    instruction_zh = forms.CharField(
        label=gettext_lazy("What to do, in words (Chinese)"), max_length=400, widget=forms.Textarea(attrs={"rows": 3})
    )
    instruction_en = forms.CharField(
        label=gettext_lazy("What to do, in words (English)"), max_length=400, widget=forms.Textarea(attrs={"rows": 3})
    )
    expires = forms.DateTimeField(
        label=gettext_lazy("Until when"),
        widget=forms.DateTimeInput(attrs={"type": "datetime-local"}, format="%Y-%m-%dT%H:%M"),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["expires"].initial = localtime(now() + timedelta(hours=6)).replace(second=0, microsecond=0)

    def clean_expires(self) -> datetime:
        """Later than now, and within a week: what lasts longer is told again."""
        until: datetime = self.cleaned_data["expires"]
        if until <= now():
            raise ValidationError(_("This is over already: choose a later time."))
        if until > now() + LONGEST:
            raise ValidationError(_("An alert stands a week at most: send an update then."))
        return until

    def infos(self, *, where: str, where_en: str, code: str, sender: str) -> tuple[Info, ...]:
        """What the form says, in Chinese and in English, for the community with this *code*."""
        told = self.cleaned_data
        return tuple(
            Info(
                language=language,
                categories=(told["category"],),
                event=told[f"event_{short}"],
                responses=(told["response"],),
                urgency=told["urgency"],
                severity=told["severity"],
                certainty=told["certainty"],
                expires=localtime(told["expires"]).replace(microsecond=0),
                sender_name=sender,
                headline=told[f"event_{short}"],
                instruction=" ".join(told[f"instruction_{short}"].split()),
                areas=(Area(place, geocodes=(("GB/T 2260", code),)),),
            )
            for language, short, place in (("zh-CN", "zh", where), ("en-US", "en", where_en))
        )
