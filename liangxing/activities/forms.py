"""Forms of the calendar."""

from __future__ import annotations

import re
from datetime import date, timedelta

from django.core.exceptions import ValidationError
from django.utils.formats import date_format
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from liangxing.records.forms import RecordForm

from .models import Activity, SignIn

AHEAD = timedelta(days=366)


class ActivityForm(RecordForm[Activity]):
    """An activity: one that was held, or one to come within a year."""

    ahead = ("day",)
    same, numbered = ("place", "organiser"), True

    class Meta:
        model = Activity
        fields = [
            "code", "title", "day", "starts_at", "sort", "topics", "place", "organiser", "attended", "duration_min",
            "note",
        ]  # fmt: skip

    def clean_day(self) -> date:
        """Refuse a day so far ahead that it is a slip of the pen."""
        day: date = self.cleaned_data["day"]
        if day > localdate() + AHEAD:
            raise ValidationError(
                _("%(day)s is more than a year ahead: check the year."), params={"day": date_format(day)}
            )
        return day

    def clean_topics(self) -> str:
        """Topics as people write them, ``water, energy``, kept between commas and in lower case."""
        words = [word for word in re.split(r"[,，、;；\s]+", self.cleaned_data["topics"].lower()) if word]
        return f",{','.join(dict.fromkeys(words))}," if words else ","


class SignInForm(RecordForm[SignIn]):
    """A sign-in."""

    class Meta:
        model = SignIn
        fields = ["activity", "household", "people", "day", "note"]
